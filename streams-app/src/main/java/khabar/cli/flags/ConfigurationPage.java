package khabar.cli.flags;

import khabar.settings.Setting;

/** The page {@code docs/configuration.md}: every option, printed from its declaration. */
public final class ConfigurationPage {
    private static final String HEAD = """
            # Options

            Written by `khabar config --markdown` from the declarations in the code; a test compares the two.

            An option can be given in four places; the first that has it wins:

            1. as a flag: `--idle-close 1m`, or `--set idle.close=1m` with any command;
            2. in the environment: `KHABAR_IDLE_CLOSE=1m`;
            3. in a properties file: `khabar.properties` in the current folder, or `--config FILE`;
            4. nowhere: the default.

            `khabar config` shows what is in force, and where each value came from. An option whose name starts with
            `kafka.` goes to every Kafka client without that prefix: `--set kafka.security.protocol=SSL`,
            `KHABAR_KAFKA_SECURITY_PROTOCOL=SSL`. Another variable that begins with `KHABAR_` is ignored, and told with the
            nearest name on standard error. Lengths of time read `500ms`, `30s`, `5m`, `1h`, `30d` or ISO 8601.
            """;

    private ConfigurationPage() {}

    /** The page as Markdown. */
    public static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        for (OptionGroup group : OptionGroup.ALL) {
            page.append("\n## ").append(group.title());
            page.append("\n\n| option | default | meaning | takes |\n|---|---|---|---|\n");
            for (Setting<?> setting : group.settings()) {
                page.append("| `").append(setting.name()).append("` | ");
                page.append(setting.defaultText().isEmpty() ? "empty" : "`" + setting.defaultText() + "`");
                page.append(" | ").append(cell(setting.meaning()));
                page.append(" | ").append(cell(setting.expected())).append(" |\n");
            }
        }
        return page.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
