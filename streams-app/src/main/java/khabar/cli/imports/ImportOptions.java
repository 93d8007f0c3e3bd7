package khabar.cli.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import khabar.cli.imports.source.WikidataClasses;
import khabar.language.entity.EntityType;
import khabar.settings.SettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every import understands. */
@Command
public final class ImportOptions {
    private static final int MOST_NAMES = 1000;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files, gzip, bzip2 and zip as they are; - for standard input.")
    private List<String> files = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "The gazetteer file to write; packed where its name ends in .gz; - for standard output.")
    private Path output = Path.of("-");

    @Option(
            names = "--type",
            split = ",",
            paramLabel = "TYPE",
            description = "Types that are wanted: person, org, place, event, product. Default: all but product.")
    private List<String> types = new ArrayList<>();

    @Option(
            names = "--languages",
            split = ",",
            defaultValue = "fa,en,ar",
            paramLabel = "TAG",
            description = "Languages of names. Default: ${DEFAULT-VALUE}.")
    private List<String> languages = new ArrayList<>();

    @Option(
            names = "--need",
            split = ",",
            paramLabel = "TAG",
            description = "Only entities with a name in each of these languages, such as fa.")
    private List<String> needed = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "N", description = "End after so many entities.")
    private long limit = Long.MAX_VALUE;

    @Option(
            names = "--names",
            defaultValue = "20",
            paramLabel = "N",
            description = "The most names of an entity in each language. Default: ${DEFAULT-VALUE}.")
    private int names;

    @Option(
            names = "--every-name",
            description =
                    "Let every name count wherever it stands. Otherwise short names are left out, and other names "
                            + "of one word, and those that are ordinary words, count only beside another name (~).")
    private boolean everyName;

    /** Throws {@link SettingException} for what cannot be used. */
    void check() {
        wanted();
        if (limit < 1) {
            throw new SettingException("--limit", Long.toString(limit), "1 or more");
        }
        if (names < 1 || names > MOST_NAMES) {
            throw new SettingException("--names", Integer.toString(names), "a whole number from 1 to " + MOST_NAMES);
        }
        for (String language : needed) {
            if (!languages.contains(language)) {
                throw new SettingException("--need", language, "one of --languages, " + String.join(",", languages));
            }
        }
    }

    GazetteerLines.Wanted wanted() {
        Set<EntityType> set = types.isEmpty()
                ? EnumSet.complementOf(EnumSet.of(EntityType.PRODUCT))
                : EnumSet.noneOf(EntityType.class);
        types.forEach(type -> set.add(WikidataClasses.type("--type " + type, type)));
        return new GazetteerLines.Wanted(set, languages, needed);
    }

    NameForms forms() {
        return new NameForms(!everyName, names);
    }

    List<String> files() {
        return files;
    }

    Path output() {
        return output;
    }

    List<String> languages() {
        return languages;
    }

    long limit() {
        return limit;
    }
}
