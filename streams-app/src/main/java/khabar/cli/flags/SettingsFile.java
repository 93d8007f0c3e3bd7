package khabar.cli.flags;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import khabar.settings.SettingException;
import org.jspecify.annotations.Nullable;

/** The configuration file: option names and values as Java properties in UTF-8. */
final class SettingsFile {
    static final String NAME = "khabar.properties";

    /** What editors on Windows put before a text. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private SettingsFile() {}

    /** The values of the named file, or of {@value #NAME} in the given folder where none is named and it is there. */
    static Map<String, String> read(Path folder, @Nullable Path named) {
        Path file = folder.resolve(named == null ? Path.of(NAME) : named);
        if (named == null && !Files.exists(file)) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (BufferedReader text = Files.newBufferedReader(file, UTF_8)) {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            properties.load(text);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new SettingException(
                    "--config", String.valueOf(named == null ? NAME : named), "a readable properties file in UTF-8");
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        OptionNames.check(values, file.getFileName().toString());
        return values;
    }
}
