package khabar.app.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import khabar.language.learned.LinearModel;
import khabar.settings.SettingException;

/** Reads the model that an option names. */
final class SubjectModels {
    private SubjectModels() {}

    static Optional<byte[]> read(List<Path> files) {
        String name = TextCores.SUBJECT_MODEL.name();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        if (files.size() > 1) {
            throw new SettingException(name, files.toString(), "one file");
        }
        try {
            byte[] bytes = Files.readAllBytes(files.get(0));
            LinearModel.read(bytes);
            return Optional.of(bytes);
        } catch (IOException | IllegalArgumentException unusable) {
            throw new SettingException(
                    name, files.get(0).toString(), "a file by khabar train subjects: " + unusable.getMessage());
        }
    }
}
