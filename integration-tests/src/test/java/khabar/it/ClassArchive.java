package khabar.it;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The classes that commands load, kept ready as the launcher keeps them: a start takes less CPU time.
 * Made before the first start of a run, anew when the jars are; where this cannot be had, everything works without.
 */
final class ClassArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String NAME = "khabar-" + System.getProperty("java.vm.version");
    private static final String SEEDS = System.getProperty("khabar.seeds", "seeds");
    private static final List<String> OPTIONS = make();

    private ClassArchive() {}

    /** Options for a JVM with the class path of {@link Khabar}; none where there is no archive. */
    static List<String> options() {
        return OPTIONS;
    }

    private static List<String> make() {
        try {
            Files.createDirectories(TARGET);
            Path archive = TARGET.resolve(NAME + ".jsa");
            // Tests may run in several processes: one makes it, the others wait.
            try (FileChannel lock = FileChannel.open(TARGET.resolve(NAME + ".lock"), CREATE, WRITE)) {
                lock.lock();
                if (isStale(archive)) {
                    Files.deleteIfExists(archive);
                    rehearse(archive);
                }
            }
            return Files.exists(archive) ? using(archive) : List.of();
        } catch (IOException | UncheckedIOException failure) {
            LOG.warn("no archive of classes: commands start without", failure);
            return List.of();
        }
    }

    /** JDK 25 calls it an error that an option for native access is no part of an archive, and then uses it. */
    private static List<String> using(Path archive) {
        return List.of(
                "-XX:SharedArchiveFile=" + archive, "-Xlog:disable", "-Xlog:all=error:stderr", "-Xlog:cds=off:stderr");
    }

    private static boolean isStale(Path archive) throws IOException {
        if (!Files.exists(archive)) {
            return true;
        }
        for (String jar : Khabar.CLASS_PATH.split(File.pathSeparator)) {
            if (Files.getLastModifiedTime(Path.of(jar)).compareTo(Files.getLastModifiedTime(archive)) > 0) {
                return true;
            }
        }
        return false;
    }

    /** A demonstration loads what most commands load: broker, topology, page and audit. */
    private static void rehearse(Path archive) throws IOException {
        Path folder = Files.createTempDirectory(TARGET, "rehearsal-");
        Path draft = folder.resolve(archive.getFileName());
        try {
            Khabar.in(folder, List.of("-XX:ArchiveClassesAtExit=" + draft, "-Xlog:disable"))
                    .run("demo", "--once", "--json", "--port", "0", SEEDS);
            if (Files.exists(draft)) {
                Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
