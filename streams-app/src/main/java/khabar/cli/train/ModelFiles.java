package khabar.cli.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import khabar.settings.SettingException;

/** Writes model files whole or not at all. */
final class ModelFiles {
    private ModelFiles() {}

    static void write(Path file, byte[] bytes) {
        try {
            Path target = file.toAbsolutePath();
            Path draft = target.resolveSibling("." + target.getFileName() + ".tmp");
            try {
                Files.write(draft, bytes);
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException unwritable) {
            throw new SettingException("--output", file.toString(), "a file that can be written: " + unwritable);
        }
    }
}
