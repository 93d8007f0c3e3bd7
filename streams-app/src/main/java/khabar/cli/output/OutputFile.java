package khabar.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import khabar.settings.SettingException;

/** Writes files whole or not at all. */
public final class OutputFile {
    private OutputFile() {}

    /** What is written. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Puts the content in place of what the file held. A device or a pipe is written to as it is, since a file in
     * its place would be none. Throws {@link SettingException} where the file cannot be written.
     */
    public static void write(Path file, Content content) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                try (OutputStream out = Files.newOutputStream(target)) {
                    content.writeTo(out);
                }
            } else {
                replace(target, content);
            }
        } catch (NoSuchFileException missing) {
            throw unwritable(file, "its folder is missing");
        } catch (IOException failed) {
            throw unwritable(file, reason(failed));
        } catch (UncheckedIOException failed) {
            throw unwritable(file, reason(Objects.requireNonNull(failed.getCause())));
        }
    }

    private static void replace(Path target, Content content) throws IOException {
        Path draft = target.resolveSibling("." + target.getFileName() + ".tmp");
        // Ctrl-C ends the process in the middle: no half a file stays.
        draft.toFile().deleteOnExit();
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                content.writeTo(out);
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static SettingException unwritable(Path file, String reason) {
        return new SettingException("--output", file.toString(), "a file that can be written: " + reason);
    }

    private static String reason(IOException failed) {
        return failed instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : String.valueOf(failed.getMessage());
    }
}
