package khabar.broker;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker's data directory: locked from open to close, formatted once, deleted at the end if it is throw-away. */
final class DataDirectory implements Closeable {
    /** The option's name, for messages. */
    static final String NAME = "dataDirectory";

    /** Kafka's formatter writes it last: with it the directory is formatted, without it not. */
    static final String FORMATTED = "meta.properties";

    /** Kafka's formatter writes it first. */
    static final String HALF_FORMATTED = "bootstrap.checkpoint";

    /** Kafka writes it at the end of a clean stop and takes it away at the next start. */
    private static final String STOPPED_CLEANLY = ".kafka_cleanshutdown";

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);

    private final Path path;
    private final boolean deletedAtClose;
    private final DirectoryLock lock;

    private DataDirectory(Path path, boolean deletedAtClose, DirectoryLock lock) {
        this.path = path;
        this.deletedAtClose = deletedAtClose;
        this.lock = lock;
    }

    static DataDirectory open(Path asked, boolean deletedAtClose) throws IOException {
        Path path = asked.toAbsolutePath().normalize();
        if (path.toString().indexOf(',') >= 0) {
            throw BrokerStartException.of(NAME, path, "a path without a comma, which to Kafka means two directories");
        }
        try {
            if (!Files.isDirectory(path)) {
                createForItsOwnerOnly(path);
            }
            refuseWhatIsNotOurs(path, deletedAtClose);
            return new DataDirectory(path, deletedAtClose, DirectoryLock.take(path));
        } catch (FileSystemException e) {
            throw BrokerStartException.of(
                    NAME, path + " cannot be used", "a directory that this user may make and write", e);
        }
    }

    Path path() {
        return path;
    }

    /** True if a broker ran here and was killed, or its machine was, before it could stop. */
    boolean wasLeftByAKilledBroker() {
        return Files.exists(path.resolve(FORMATTED)) && !Files.exists(path.resolve(STOPPED_CLEANLY));
    }

    /** Makes the directory one of Kafka's, with a cluster id of its own, unless it is one already. */
    void formatOnce() throws IOException {
        if (Files.exists(path.resolve(FORMATTED))) {
            return;
        }
        Files.deleteIfExists(path.resolve(HALF_FORMATTED));
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(path.toString()))
                    .setMetadataLogDirectory(path.toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .setPrintStream(out)
                    .run();
        } catch (Exception e) {
            throw BrokerStartException.of(NAME, path + " cannot be formatted", "a directory Kafka can format", e);
        }
        LOG.debug("{}", said.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        lock.close();
        if (deletedAtClose) {
            deleteTree(path);
        }
    }

    private static void createForItsOwnerOnly(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        Files.createDirectory(path, ownerOnly);
    }

    private static void refuseWhatIsNotOurs(Path path, boolean deletedAtClose) throws IOException {
        boolean empty;
        try (Stream<Path> entries = Files.list(path)) {
            empty = entries.findAny().isEmpty();
        }
        if (!empty && deletedAtClose) {
            throw BrokerStartException.of(NAME, path + " is not empty", "an empty directory for a throw-away broker");
        }
        if (!empty && !DirectoryLock.marks(path)) {
            throw BrokerStartException.of(NAME, path + " holds something else", "an empty directory, or a broker's");
        }
    }

    private static void deleteTree(Path root) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> walk = Files.walk(root)) {
            deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
