package khabar.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import khabar.app.text.TextCores;
import khabar.cli.evaluate.DuplicateMeasure;
import khabar.cli.evaluate.Evaluation;
import khabar.cli.evaluate.HalfSpaceMeasure;
import khabar.cli.evaluate.Measure;
import khabar.cli.evaluate.MentionMeasure;
import khabar.cli.evaluate.NormalizeMeasure;
import khabar.cli.evaluate.Report;
import khabar.cli.evaluate.ReportForm;
import khabar.cli.evaluate.SubjectMeasure;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.EvaluationOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.Profiles;
import khabar.cli.flags.TakesSettings;
import khabar.feed.FeedSettings;
import khabar.feed.article.FieldMap;
import khabar.feed.show.Counted;
import khabar.language.TextCore;
import khabar.settings.Settings;
import khabar.topology.duplicate.DuplicateOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the text core on labelled files. */
@Command(
        name = "evaluate",
        description = {
            "Measure the text core on labelled files of your own: precision, recall and F1 by class, "
                    + "and the errors that are made most often.",
            "docs/evaluating.md describes the files and says what counts as right."
        },
        synopsisSubcommandLabel = "(halfspace | mentions | subjects | normalize | duplicates)",
        subcommands = {
            EvaluateCommand.HalfSpaces.class,
            EvaluateCommand.Mentions.class,
            EvaluateCommand.Subjects.class,
            EvaluateCommand.Normalization.class,
            EvaluateCommand.Duplicates.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar evaluate halfspace news.jsonl",
            "  khabar evaluate mentions --map GPE=place --map DATE=none labelled.jsonl",
            "  khabar evaluate subjects --map sport=medtop:15000000 --map war=medtop:16000000 news.jsonl.gz",
            "  khabar evaluate normalize --json pairs.jsonl | jq .tables[0].all.f1",
            "  khabar evaluate duplicates --duplicates-similarity 0.7 --limit 20 news.jsonl"
        })
final class EvaluateCommand implements Runnable {
    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "evaluate: nothing asked (expected: halfspace, mentions, subjects, normalize or duplicates)");
    }

    private static int measure(Supplier<Measure> measures, EvaluationOptions options, CommonOptions common)
            throws JsonProcessingException {
        options.check();
        Measure measure = measures.get();
        Evaluation evaluation =
                new Evaluation(measure, complaint -> common.surroundings().err().println(complaint));
        evaluation.run(options.files(), System.in, FeedSettings.limits(common.checkedSettings()), options.max());
        Report report = measure.report(options.limit());
        if (options.json()) {
            common.surroundings().out().println(ReportForm.json(report));
        } else {
            ReportForm.print(report, common.surroundings().out());
        }
        if (evaluation.unusable() > 0) {
            common.tell(Counted.of(evaluation.unusable(), "row") + " not used");
        }
        return evaluation.unusable() == 0 ? 0 : Main.FAILED;
    }

    /** Strip and restore. */
    @Command(
            name = "halfspace",
            description = {
                "Take the half-spaces (U+200C) out of Persian articles that have them, once by "
                        + "deleting them and once by a space in their place, restore them, and compare with the "
                        + "articles word by word."
            })
    static final class HalfSpaces implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Mixin
        private EvaluationOptions options;

        @Option(names = "--map", paramLabel = "FIELD=NAME", description = "Our field (title, lead, body) and its name.")
        private Map<String, String> mapping = new LinkedHashMap<>();

        @Override
        public Integer call() throws JsonProcessingException {
            return measure(() -> new HalfSpaceMeasure(FieldMap.of(mapping)), options, common);
        }
    }

    /** Spans and types. */
    @Command(
            name = "mentions",
            description = {
                "Compare the mentions that are found in texts with those that people marked, by exact "
                        + "span and type, and by span alone.",
                "Rows have text and entities with start, end and type, or tokens and tags."
            })
    static final class Mentions implements Callable<Integer>, TakesSettings {
        @Mixin
        private CommonOptions common;

        @Mixin
        private EvaluationOptions options;

        @Option(
                names = "--map",
                paramLabel = "TYPE=OURS",
                description = "A type of the file is our person, place, organisation, event or product, or none to "
                        + "leave it out. PER, LOC, GPE and ORG and their long names are known. May be repeated.")
        private Map<String, String> mapping = new LinkedHashMap<>();

        @Override
        public Integer call() throws JsonProcessingException {
            Settings settings = common.checkedSettings();
            return measure(() -> new MentionMeasure(TextCores.from(settings), mapping), options, common);
        }

        @Override
        public List<OptionGroup> optionGroups() {
            return List.of(OptionGroup.TEXT);
        }
    }

    /** Categories. */
    @Command(
            name = "subjects",
            description = {
                "Compare the strongest subject of articles with their categories.",
                "Articles of categories that are not mapped are left out."
            })
    static final class Subjects implements Callable<Integer>, TakesSettings {
        @Mixin
        private CommonOptions common;

        @Mixin
        private EvaluationOptions options;

        @Option(
                names = "--label",
                paramLabel = "FIELD",
                defaultValue = "category",
                description = "The field that has the category. Default: ${DEFAULT-VALUE}.")
        private String label = "";

        @Option(
                names = "--map",
                required = true,
                paramLabel = "CATEGORY=CODE",
                description =
                        "The subject that a category is, such as sport=medtop:15000000, or several that it may be, "
                                + "separated by commas. May be repeated.")
        private Map<String, String> mapping = new LinkedHashMap<>();

        @Override
        public Integer call() throws JsonProcessingException {
            Settings settings = common.checkedSettings();
            return measure(
                    () -> new SubjectMeasure(TextCores.from(settings), FieldMap.standard(), label, mapping),
                    options,
                    common);
        }

        @Override
        public List<OptionGroup> optionGroups() {
            return List.of(OptionGroup.TEXT);
        }
    }

    /** Pairs. */
    @Command(
            name = "normalize",
            description = {
                "Compare what normalization makes of each input with what is expected.",
                "Rows have input and expected, and may have a class."
            })
    static final class Normalization implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Mixin
        private EvaluationOptions options;

        @Option(
                names = "--profile",
                paramLabel = "NAME",
                defaultValue = "display",
                description = "display, minimal or search-key. Default: ${DEFAULT-VALUE}.")
        private String profile = "";

        @Override
        public Integer call() throws JsonProcessingException {
            return measure(() -> new NormalizeMeasure(Profiles.named(profile)), options, common);
        }
    }

    /** Edited copies. */
    @Command(
            name = "duplicates",
            description = {
                "Make edited copies of articles (words replaced, another headline, a paragraph cut, "
                        + "another orthography) and tell how many are recognised as copies of their own "
                        + "article.",
                "Articles of the file that repeat each other as they are come last, with their "
                        + "similarity. No time is read from the file: all articles are compared."
            })
    static final class Duplicates implements Callable<Integer>, TakesSettings {
        @Mixin
        private CommonOptions common;

        @Mixin
        private EvaluationOptions options;

        @Override
        public Integer call() throws JsonProcessingException {
            DuplicateOptions duplicates = DuplicateOptions.from(common.checkedSettings());
            return measure(
                    () -> new DuplicateMeasure(TextCore.shipped(), duplicates, FieldMap.standard()), options, common);
        }

        @Override
        public List<OptionGroup> optionGroups() {
            return List.of(new OptionGroup("Near-duplicates", DuplicateOptions.ALL));
        }
    }
}
