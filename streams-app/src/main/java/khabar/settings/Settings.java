package khabar.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values of all options for one run: flag before environment before file before default. */
public final class Settings {
    private final Map<String, String> flags;
    private final Map<String, String> environment;
    private final Map<String, String> file;

    /**
     * Takes the three sources as they are.
     *
     * @param flags values by option name, as given on the command line
     * @param environment the environment, by variable name
     * @param file values by option name, as read from the configuration file
     */
    public Settings(Map<String, String> flags, Map<String, String> environment, Map<String, String> file) {
        this.flags = Map.copyOf(flags);
        this.environment = Map.copyOf(environment);
        this.file = Map.copyOf(file);
    }

    /** Nothing but defaults. */
    public static Settings defaults() {
        return new Settings(Map.of(), Map.of(), Map.of());
    }

    /** The same settings with one option given, as if by a flag. */
    public <T> Settings with(Setting<T> setting, String text) {
        Map<String, String> more = new LinkedHashMap<>(flags);
        more.put(setting.name(), text);
        return new Settings(more, environment, file);
    }

    /** The value of the option; throws {@link SettingException} where it was given in a wrong form. */
    public <T> T get(Setting<T> setting) {
        return setting.parse(textOf(setting));
    }

    /** The value of the option as it was written. */
    public String textOf(Setting<?> setting) {
        String given = given(setting);
        return given == null ? setting.defaultText() : given;
    }

    /** Where the value of the option came from. */
    public Origin originOf(Setting<?> setting) {
        if (flags.containsKey(setting.name())) {
            return Origin.FLAG;
        }
        if (environment.containsKey(setting.environmentVariable())) {
            return Origin.ENVIRONMENT;
        }
        return file.containsKey(setting.name()) ? Origin.FILE : Origin.DEFAULT;
    }

    /** All flags and file entries whose name starts with the prefix, without it: {@code kafka.} passes options on. */
    public Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new TreeMap<>();
        for (Map<String, String> source : java.util.List.of(file, flags)) {
            source.forEach((name, value) -> {
                if (name.startsWith(prefix)) {
                    found.put(name.substring(prefix.length()), value);
                }
            });
        }
        return found;
    }

    private @Nullable String given(Setting<?> setting) {
        String flag = flags.get(setting.name());
        if (flag != null) {
            return flag;
        }
        String variable = environment.get(setting.environmentVariable());
        return variable != null ? variable : file.get(setting.name());
    }
}
