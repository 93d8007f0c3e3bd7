package khabar.cli.rules;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.TakesSettings;
import khabar.schemas.Rule;
import khabar.settings.SettingException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts one rule in place. */
@Command(
        name = "put",
        description =
                "Put a rule in place; a rule of the same id is replaced. Refused rules leave everything as it is.")
final class PutRule implements Callable<Integer>, TakesSettings {
    @Mixin
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "ID", description = "Identity of the rule: letters, digits and .:-_/")
    private String ruleId;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "Its lines; - for standard input. Default: ${DEFAULT-VALUE}")
    private String file;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "gazetteer, subject or alert. Default: by the ending of FILE, .gaz, .rules or .alert")
    private @Nullable String kind;

    @Option(names = "--author", paramLabel = "NAME", description = "Who wrote it, for others to see.")
    private @Nullable String author;

    @Option(names = "--dry-run", description = "Check it, and write nothing.")
    private boolean dryRun;

    @Override
    public List<OptionGroup> optionGroups() {
        return List.of(OptionGroup.CONNECTION, OptionGroup.TEXT);
    }

    @Override
    public Integer call() throws IOException {
        Kind chosen = (kind == null ? Kind.ofFile(file) : Kind.named(kind))
                .orElseThrow(() -> new SettingException(
                        "--kind",
                        kind == null ? "none" : kind,
                        "gazetteer, subject or alert, or a FILE whose ending says it"));
        String body = RuleText.read(common.surroundings().folder(), file);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (RuleDesk desk = RuleDesk.open(common)) {
            return desk.change(Map.of(ruleId, Optional.of(new Rule(ruleId, chosen.kind(), body, now, author))), dryRun);
        }
    }
}
