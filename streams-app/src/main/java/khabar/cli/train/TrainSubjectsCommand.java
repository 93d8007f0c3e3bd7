package khabar.cli.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import khabar.app.text.TextCores;
import khabar.cli.evaluate.Evaluation;
import khabar.cli.evaluate.Report;
import khabar.cli.evaluate.ReportForm;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.EvaluationOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.TakesSettings;
import khabar.cli.output.OutputFile;
import khabar.feed.FeedSettings;
import khabar.feed.show.Counted;
import khabar.language.learned.LinearTrainer;
import khabar.settings.SettingException;
import khabar.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A linear model of subjects. */
@Command(
        name = "subjects",
        description = {
            "Train a linear model of subjects on articles whose categories are known.",
            "It sees the words of an article and what the rules say of it, and decides the subjects "
                    + "that it was taught; the rules decide the others. Beside the model it says how good it "
                    + "is: each figure is of articles that were not trained on."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the model is written",
            "1:the model is written, but some rows could not be used; each is named on standard error",
            "2:an option or a file cannot be used; nothing is written"
        })
final class TrainSubjectsCommand implements Callable<Integer>, TakesSettings {
    @Mixin
    private CommonOptions common;

    @Mixin
    private EvaluationOptions options;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "MODEL",
            description = "The file to write.")
    private Path output = Path.of("subjects.model");

    @Option(
            names = "--label",
            paramLabel = "FIELD",
            defaultValue = "category",
            description = "The field with the category, or with a list of categories. Default: ${DEFAULT-VALUE}.")
    private String label = "";

    @Option(
            names = "--map",
            paramLabel = "CATEGORY=CODE",
            description = "The subject that a category is, such as sport=medtop:15000000. Of several with commas the "
                    + "first is taught. Without any, categories must be codes. May be repeated.")
    private Map<String, String> mapping = new LinkedHashMap<>();

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "15",
            description = "Passes over the articles. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--bits",
            paramLabel = "N",
            defaultValue = "17",
            description = "Two to this power is the number of weights for each subject. Default: ${DEFAULT-VALUE}.")
    private int bits;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Decides the order of the articles. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public List<OptionGroup> optionGroups() {
        return List.of(OptionGroup.TEXT);
    }

    @Override
    public Integer call() throws JsonProcessingException {
        check("--epochs", epochs, 1, 1000);
        check("--bits", bits, 8, 24);
        options.check();
        Settings settings = common.checkedSettings();
        SubjectTraining training = new SubjectTraining(
                TextCores.from(settings),
                label,
                mapping,
                new LinearTrainer(new LinearTrainer.Options(bits, epochs, seed)));
        Evaluation reading = new Evaluation(
                training, complaint -> common.surroundings().err().println(complaint));
        reading.run(options.files(), System.in, FeedSettings.limits(settings), options.max());
        common.tell("training on " + Counted.of(training.size(), "article"));
        Report report = training.report(options.limit());
        OutputFile.write(output, out -> out.write(training.model()));
        if (options.json()) {
            common.surroundings().out().println(ReportForm.json(report));
        } else {
            ReportForm.print(report, common.surroundings().out());
        }
        common.tell("wrote " + output + " (next: --subject-model " + output
                + " for khabar evaluate subjects, enrich or run)");
        return reading.unusable() == 0 ? 0 : 1;
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new SettingException(name, Integer.toString(value), "a whole number from " + least + " to " + most);
        }
    }
}
