package khabar.cli.torture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A small disk in memory that can be filled up. Only where this process may mount one, as root on Linux may. */
final class Disk implements AutoCloseable {
    private static final String SIZE = "size=64m";
    private static final int BLOCK = 1 << 16;

    private final Path folder;

    private Disk(Path folder) {
        this.folder = folder;
    }

    /** A new one at the folder; empty where none can be mounted. */
    static Optional<Disk> mount(Path folder) throws InterruptedException {
        try {
            Files.createDirectories(folder);
            return run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString())
                    ? Optional.of(new Disk(folder))
                    : Optional.empty();
        } catch (IOException impossible) {
            return Optional.empty();
        }
    }

    Path folder() {
        return folder;
    }

    /** Leaves not a byte free. */
    void fill() {
        try (OutputStream out = Files.newOutputStream(filler())) {
            byte[] block = new byte[BLOCK];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // That is what was wanted.
        }
    }

    void free() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            // Lazily: whoever is still at it is ended by the round.
            run("umount", "-l", folder.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
