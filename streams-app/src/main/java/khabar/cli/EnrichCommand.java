package khabar.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import khabar.app.text.TextCores;
import khabar.cli.enrich.Filter;
import khabar.cli.enrich.FilterOptions;
import khabar.cli.enrich.Part;
import khabar.cli.enrich.TextShape;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.Profiles;
import khabar.cli.flags.TakesSettings;
import khabar.feed.FeedSettings;
import khabar.feed.corpus.CorpusFile;
import khabar.feed.show.Counted;
import khabar.language.normalize.Profile;
import khabar.settings.SettingException;
import khabar.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The text core as a filter: documents in, enriched JSON Lines out. */
@Command(
        name = "enrich",
        description = {
            "Find language, clean texts, subjects and mentions of documents; no Kafka needed.",
            "Reads plain text, one document a line, or JSON Lines with id, title, lead, body (or "
                    + "text) and language, or any other form that khabar replay reads: JSON, CSV, RSS, Atom, "
                    + "seed files; gzip, zip and tar as they are. Writes one JSON object a line, in UTF-8, with "
                    + "the field names of news.enriched: spans count UTF-16 code units of the original texts, "
                    + "which are written beside. A record that cannot be used is named on standard error, and "
                    + "the rest goes on."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every record was enriched, or nobody listens any more",
            "1:some records could not be used; each is named on standard error",
            "2:an option or a path cannot be used"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar enrich --pretty seeds/",
            "  khabar enrich --what normalize --profile minimal notes.txt | jq -r .displayBody",
            "  khabar enrich news.jsonl.gz | jq -r '.entities[] | [.mentions, .names.fa] | @tsv'",
            "  khabar enrich --map title=headline_1 --map body=content dump.jsonl > enriched.jsonl",
            "  khabar enrich --what sentences news.txt | jq -r '.sentences[].text'",
            "  tail -f lines.txt | khabar enrich --what language,subjects -",
            "  khabar enrich --gazetteer ours.gaz,more.gaz --demonyms shown --what mentions news.txt",
            "",
            "Next: khabar evaluate measures how good this is on texts of your own."
        })
final class EnrichCommand implements Callable<Integer>, TakesSettings {
    @Mixin
    private CommonOptions common;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Files, directories, globs, or - for standard input. Default: -")
    private List<String> paths = List.of(CorpusFile.STANDARD_INPUT);

    @Option(
            names = "--what",
            paramLabel = "PART",
            split = ",",
            description =
                    "What to find, separated by commas: normalize, language, subjects, mentions, sentences, tokens. "
                            + "Default: the first four.")
    private List<String> what = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Form of the normalized texts: display for reading, minimal for repairs that nobody can "
                    + "object to, search-key for comparing. Default: display.")
    private String profile = Profile.DISPLAY.name();

    @Option(names = "--lines", description = "Every line is a document of plain text, also one that looks like JSON.")
    private boolean lines;

    @Option(
            names = "--whole-file",
            description = "Every file is one document of plain text; a first line that begins with ## is its headline.")
    private boolean wholeFile;

    @Option(
            names = "--map",
            paramLabel = "FIELD=NAME",
            description = "Our field and its name in the input; fields are id, title, lead, body and language. "
                    + "A dot in a name leads into an object. May be repeated.")
    private Map<String, String> mapping = new LinkedHashMap<>();

    @Option(names = "--max", paramLabel = "N", description = "End after so many documents.")
    private long max = Long.MAX_VALUE;

    @Option(names = "--pretty", description = "Each object on several lines.")
    private boolean pretty;

    @Override
    public List<OptionGroup> optionGroups() {
        return List.of(OptionGroup.TEXT, OptionGroup.CORPUS);
    }

    @Override
    public Integer call() throws IOException {
        if (lines && wholeFile) {
            throw new SettingException("--lines", "true", "one of --lines and --whole-file, not both");
        }
        if (max < 1) {
            throw new SettingException("--max", Long.toString(max), "a whole number above 0");
        }
        TextShape shape = lines ? TextShape.LINES : wholeFile ? TextShape.WHOLE_FILE : TextShape.DETECTED;
        FilterOptions options = new FilterOptions(parts(), Profiles.named(profile), shape, mapping, max, pretty);
        Settings settings = common.checkedSettings();
        Filter filter = new Filter(
                options,
                () -> TextCores.from(settings),
                common.surroundings().out(),
                complaint -> common.surroundings().err().println(complaint));
        filter.run(paths, System.in, FeedSettings.limits(settings));
        if (filter.refused() > 0) {
            common.tell(Counted.of(filter.enriched(), "document") + " enriched, "
                    + Counted.of(filter.refused(), "record") + " not used");
        }
        return filter.refused() == 0 ? 0 : Main.FAILED;
    }

    private Set<Part> parts() {
        EnumSet<Part> parts = what.isEmpty() ? EnumSet.copyOf(Part.usual()) : EnumSet.noneOf(Part.class);
        for (String name : what) {
            parts.add(Arrays.stream(Part.values())
                    .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new SettingException(
                            "--what",
                            name,
                            "normalize, language, subjects, mentions, sentences or tokens, separated by commas")));
        }
        return parts;
    }
}
