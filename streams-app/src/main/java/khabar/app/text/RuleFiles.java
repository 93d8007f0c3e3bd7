package khabar.app.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import khabar.language.rule.RuleFile;
import khabar.settings.Setting;
import khabar.settings.SettingException;
import khabar.settings.Settings;

/** Reads the rule files that an option names. */
final class RuleFiles {
    private static final int FIRST_OF_GZIP = 0x1f;
    private static final String BOM = "\ufeff";

    private RuleFiles() {}

    /** The files, and of folders those with the given ending, by name; gzip as it is. */
    static List<RuleFile> read(Setting<List<Path>> setting, Settings settings, String ending) {
        List<RuleFile> files = new ArrayList<>();
        for (Path path : settings.get(setting)) {
            try {
                for (Path file : Files.isDirectory(path) ? within(path, ending) : List.of(path)) {
                    files.add(new RuleFile(file.toString(), lines(file)));
                }
            } catch (MalformedInputException wrong) {
                throw new SettingException(setting.name(), path.toString(), "text in UTF-8");
            } catch (IOException unreadable) {
                throw new SettingException(
                        setting.name(), path.toString(), "a readable file or folder: " + unreadable.getMessage());
            }
        }
        return files;
    }

    private static List<Path> within(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
            raw.mark(1);
            int first = raw.read();
            raw.reset();
            InputStream plain = first == FIRST_OF_GZIP ? new GZIPInputStream(raw) : raw;
            BufferedReader reader = new BufferedReader(new InputStreamReader(plain, UTF_8.newDecoder()));
            List<String> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(lines.isEmpty() && line.startsWith(BOM) ? line.substring(1) : line);
            }
            return lines;
        }
    }
}
