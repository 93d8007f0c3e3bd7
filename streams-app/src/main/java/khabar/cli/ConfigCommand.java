package khabar.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import khabar.app.Connection;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.ConfigurationPage;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.TakesSettings;
import khabar.settings.Setting;
import khabar.settings.SettingException;
import khabar.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows every option: what is in force, where it came from, what it means. */
@Command(
        name = "config",
        description = "Show every option with its value, where the value came from, its default and meaning.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar config",
            "  KHABAR_COMMIT_INTERVAL=1s khabar config",
            "  khabar config --json | jq '.[] | select(.origin != \"default\")'"
        })
final class ConfigCommand implements Callable<Integer>, TakesSettings {
    @Mixin
    private CommonOptions common;

    @Option(names = "--json", description = "As one JSON array.")
    private boolean json;

    @Option(names = "--markdown", description = "As the page docs/configuration.md, which knows no values.")
    private boolean markdown;

    @Override
    public List<OptionGroup> optionGroups() {
        return OptionGroup.ALL;
    }

    @Override
    public Integer call() throws Exception {
        if (json && markdown) {
            throw new SettingException("--markdown", "with --json", "one of --json and --markdown, not both");
        }
        PrintStream out = common.surroundings().out();
        if (markdown) {
            out.print(ConfigurationPage.markdown());
            return 0;
        }
        Settings settings = common.settings();
        common.warnOfUnknownVariables();
        if (json) {
            out.println(asJson(settings).toPrettyString());
        } else {
            print(settings, out);
        }
        return OptionGroup.ALL.stream()
                                .flatMap(group -> group.settings().stream())
                                .map(setting -> problem(settings, setting))
                                .flatMap(Optional::stream)
                                .peek(common.surroundings().err()::println)
                                .count()
                        == 0
                ? 0
                : Main.ASKED_WRONGLY;
    }

    private static void print(Settings settings, PrintStream out) {
        for (OptionGroup group : OptionGroup.ALL) {
            out.println(group.title());
            for (Setting<?> setting : group.settings()) {
                out.println("  " + setting.name() + " = " + shown(setting.name(), settings.textOf(setting)) + "   ("
                        + origin(settings, setting) + ")");
                out.println("      " + setting.meaning());
                out.println("      " + setting.flag() + "  " + setting.environmentVariable() + "  default: "
                        + (setting.defaultText().isEmpty() ? "empty" : setting.defaultText()));
            }
            out.println();
        }
        Map<String, String> passedOn = settings.startingWith(Connection.PASSED_ON);
        if (!passedOn.isEmpty()) {
            out.println("Passed on to every Kafka client");
            passedOn.forEach((name, value) -> out.println("  " + name + " = " + shown(name, value)));
        }
    }

    private static ArrayNode asJson(Settings settings) {
        ArrayNode all = new ObjectMapper().createArrayNode();
        for (OptionGroup group : OptionGroup.ALL) {
            for (Setting<?> setting : group.settings()) {
                ObjectNode option = all.addObject();
                option.put("name", setting.name());
                option.put("value", shown(setting.name(), settings.textOf(setting)));
                option.put("origin", origin(settings, setting));
                option.put("default", setting.defaultText());
                option.put("expected", setting.expected());
                option.put("meaning", setting.meaning());
                option.put("group", group.title());
                option.put("flag", setting.flag());
                option.put("environment", setting.environmentVariable());
            }
        }
        return all;
    }

    private static Optional<String> problem(Settings settings, Setting<?> setting) {
        try {
            settings.get(setting);
            return Optional.empty();
        } catch (SettingException wrong) {
            return Optional.ofNullable(wrong.getMessage());
        }
    }

    private static String origin(Settings settings, Setting<?> setting) {
        return settings.originOf(setting).name().toLowerCase(Locale.ROOT);
    }

    /** What is a secret stays one. */
    private static String shown(String name, String value) {
        boolean secret = Stream.of("password", "jaas", "secret", "token").anyMatch(name::contains);
        return secret && !value.isEmpty() ? "[hidden]" : value;
    }
}
