package khabar.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import khabar.settings.Setting;

/** Where a user's data lies: below {@code $XDG_DATA_HOME}, which is {@code ~/.local/share} where it is unset. */
public final class DataFolder {
    private static final String XDG = "$XDG_DATA_HOME";
    private static final String HOME = "~";

    private DataFolder() {}

    /** An option for a folder, by default the given one below {@code $XDG_DATA_HOME/khabar}. */
    public static Setting<Path> setting(String name, String below, String meaning) {
        return new Setting<>(
                name,
                XDG + "/khabar/" + below,
                "a folder; a leading ~ or $XDG_DATA_HOME is understood",
                meaning,
                text -> expand(text, System.getenv(), System.getProperty("user.home")));
    }

    static Path expand(String text, Map<String, String> environment, String home) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("empty");
        }
        String data = Optional.ofNullable(environment.get("XDG_DATA_HOME"))
                .filter(folder -> Path.of(folder).isAbsolute())
                .orElse(HOME + "/.local/share");
        String known = startsWithFolder(text, XDG) ? data + text.substring(XDG.length()) : text;
        return Path.of(startsWithFolder(known, HOME) ? home + known.substring(HOME.length()) : known)
                .toAbsolutePath()
                .normalize();
    }

    private static boolean startsWithFolder(String text, String folder) {
        return text.equals(folder) || text.startsWith(folder + "/");
    }
}
