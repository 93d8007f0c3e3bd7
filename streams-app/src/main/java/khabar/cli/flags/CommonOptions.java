package khabar.cli.flags;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import khabar.app.Connection;
import khabar.app.log.LogFormat;
import khabar.settings.Setting;
import khabar.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command understands; a command mixes it in and asks it for settings. */
@Command(synopsisHeading = "Usage: ", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class CommonOptions {
    private static final Logger LOG = LoggerFactory.getLogger("khabar");

    private final Surroundings surroundings;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Options in a properties file. Default: khabar.properties in the current folder, where it is.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Any option by its name; names with kafka. go to every Kafka client, as in "
                    + "--set kafka.security.protocol=SSL.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but results, warnings and errors.")
    private boolean quiet;

    @Option(names = "--verbose", description = "Say more, and show where in the program an error comes from.")
    private boolean verbose;

    private boolean warned;

    /** To be found around it: where to look for settings and where to write. */
    public CommonOptions(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The settings of this run: flag before environment before file before default. */
    public Settings settings() {
        Map<String, String> flags = new HashMap<>(set);
        OptionNames.check(flags, "--set");
        if (command != null) {
            flags.putAll(SettingFlags.given(command));
        }
        Map<String, String> lines = new HashMap<>(SettingsFile.read(surroundings.folder(), file));
        lines.putAll(passedOnByEnvironment());
        return new Settings(flags, surroundings.environment(), lines);
    }

    /** Throws where any option that was given has a value in a wrong form, also one that this run does not use. */
    public Settings checkedSettings() {
        Settings settings = settings();
        for (OptionGroup group : OptionGroup.ALL) {
            for (Setting<?> setting : group.settings()) {
                settings.get(setting);
            }
        }
        LogFormat.use(settings);
        warnOfUnknownVariables();
        return settings;
    }

    /** Once for each run: a misspelt variable would be ignored in silence. */
    public void warnOfUnknownVariables() {
        if (!warned) {
            warned = true;
            OptionNames.unknownVariables(surroundings.environment().keySet()).forEach(this::warn);
        }
    }

    /** What is around the command. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /** Says something that is no result, unless the user wants nothing else. */
    public void tell(String message) {
        if (LogFormat.isJson()) {
            LOG.info("{}", message);
        } else if (!quiet) {
            surroundings.err().println(message);
        }
    }

    private void warn(String message) {
        if (LogFormat.isJson()) {
            LOG.warn("{}", message);
        } else {
            surroundings.err().println(message);
        }
    }

    /** Whether the user wants nothing but results. */
    public boolean quiet() {
        return quiet;
    }

    /** Whether the user wants to see more. */
    public boolean verbose() {
        return verbose;
    }

    /** {@code KHABAR_KAFKA_SECURITY_PROTOCOL} stands for {@code kafka.security.protocol}. */
    private Map<String, String> passedOnByEnvironment() {
        Map<String, String> passedOn = new HashMap<>();
        surroundings.environment().forEach((variable, value) -> {
            if (variable.startsWith(OptionNames.KAFKA_VARIABLE)) {
                String name =
                        variable.substring(OptionNames.KAFKA_VARIABLE.length()).toLowerCase(Locale.ROOT);
                passedOn.put(Connection.PASSED_ON + name.replace('_', '.'), value);
            }
        });
        return passedOn;
    }
}
