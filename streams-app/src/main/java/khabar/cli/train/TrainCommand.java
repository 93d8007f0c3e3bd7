package khabar.cli.train;

import khabar.cli.flags.CommonOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains models on labelled files. */
@Command(
        name = "train",
        description = {
            "Train a model of your own on labelled articles.",
            "The same files, options and seed give the same model, byte by byte. What it can do is "
                    + "measured on articles that a model trained on the others has not seen."
        },
        synopsisSubcommandLabel = "(subjects)",
        subcommands = {TrainSubjectsCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar train subjects --map sport=medtop:15000000 --map war=medtop:16000000 -o desk.model a.jsonl",
            "  khabar evaluate subjects --subject-model desk.model --map sport=medtop:15000000 other.jsonl",
            "  khabar run --subject-model desk.model"
        })
public final class TrainCommand implements Runnable {
    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "train: nothing asked (expected: subjects)");
    }
}
