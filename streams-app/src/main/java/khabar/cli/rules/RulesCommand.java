package khabar.cli.rules;

import khabar.cli.flags.CommonOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Changes and shows the rules that are live. */
@Command(
        name = "rules",
        description = {
            "Change names, subject rules and alerts while everything runs; see docs/rules.md for their form.",
            "Every change is checked as the topology would: where a rule cannot be used, nothing is written."
        },
        synopsisSubcommandLabel = "(put | remove | list | export | import)",
        subcommands = {PutRule.class, RemoveRules.class, ListRules.class, ExportRules.class, ImportRules.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  echo 'khabar:org:acme | org | شرکت نمونه | Acme' | khabar rules put acme --kind gazetteer",
            "  khabar rules put our-names our-names.gaz --dry-run",
            "  khabar rules list",
            "  khabar rules remove acme",
            "",
            "Next: khabar reprocess, for articles that were enriched before"
        })
public final class RulesCommand implements Runnable {
    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "rules: nothing asked (expected: put, remove, list, export or import)");
    }
}
