package khabar.cli.flags;

import java.util.HashMap;
import java.util.Map;
import khabar.settings.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options of the program as flags of a command. */
public final class SettingFlags {
    private SettingFlags() {}

    /** Gives every command below the given one the flags that it asks for. */
    public static void addTo(CommandLine commands) {
        for (CommandLine command : commands.getSubcommands().values()) {
            command.getCommandSpec().usageMessage().abbreviateSynopsis(true).sortOptions(false);
            if (command.getCommand() instanceof TakesSettings taker) {
                taker.optionGroups().forEach(group -> add(command.getCommandSpec(), group));
            }
            addTo(command);
        }
    }

    /** The values that were given as flags of the command, by option name. */
    static Map<String, String> given(CommandSpec command) {
        Map<String, String> given = new HashMap<>();
        for (OptionGroup group : OptionGroup.ALL) {
            for (Setting<?> setting : group.settings()) {
                OptionSpec flag = command.findOption(setting.flag());
                if (flag != null && flag.getValue() instanceof String value) {
                    given.put(setting.name(), value);
                }
            }
        }
        return given;
    }

    private static void add(CommandSpec command, OptionGroup group) {
        ArgGroupSpec.Builder flags = ArgGroupSpec.builder()
                .validate(false)
                .heading("%n" + group.title() + ":%n")
                .order(OptionGroup.ALL.indexOf(group));
        for (Setting<?> setting : group.settings()) {
            String stands = setting.defaultText().isEmpty() ? "empty" : setting.defaultText();
            flags.addArg(OptionSpec.builder(setting.flag())
                    .type(String.class)
                    .paramLabel("VALUE")
                    .description(literal(setting.meaning() + " Default: " + stands))
                    .build());
        }
        command.addArgGroup(flags.build());
    }

    /** Text in which picocli is to see no format and no variable. */
    private static String literal(String text) {
        return text.replace("%", "%%").replace("$", "$$");
    }
}
