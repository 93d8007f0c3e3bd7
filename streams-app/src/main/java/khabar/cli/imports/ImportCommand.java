package khabar.cli.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import khabar.cli.flags.CommonOptions;
import khabar.cli.imports.source.EntitySource;
import khabar.cli.imports.source.GeoNames;
import khabar.cli.imports.source.OpenSanctions;
import khabar.cli.imports.source.Table;
import khabar.cli.imports.source.WikidataClasses;
import khabar.cli.imports.source.WikidataDump;
import khabar.settings.SettingException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes gazetteer files of large public ones. */
@Command(
        name = "import",
        description = {
            "Make a gazetteer file, one entity a line, of names that others publish: to be read, "
                    + "changed, and given to khabar enrich, evaluate, run, demo and audit with --gazetteer.",
            "Files are streamed; what cannot be used is named by file and line, and the rest goes "
                    + "through. Entities that are shipped get further names."
        },
        synopsisSubcommandLabel = "(wikidata | sparql | geonames | opensanctions | csv)",
        subcommands = {
            ImportCommand.Wikidata.class,
            ImportCommand.Sparql.class,
            ImportCommand.Places.class,
            ImportCommand.Sanctions.class,
            ImportCommand.Csv.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was read",
            "1:some lines could not be used; the others are written",
            "2:an option or a file cannot be used; nothing is written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar import wikidata --need fa --min-sitelinks 10 -o wikidata.gaz.gz latest-all.json.bz2",
            "  khabar import sparql --as org -o banks.gaz query.tsv",
            "  khabar import geonames --min-population 15000 -o cities.gaz cities15000.zip alternateNamesV2.zip",
            "  khabar import opensanctions --targets -o sanctions.gaz entities.ftm.json",
            "  khabar import csv --as person --column name=fa --column latin=en -o staff.gaz staff.csv",
            "",
            "Wikidata is CC0; GeoNames is CC BY 4.0 and OpenSanctions CC BY-NC 4.0: name them where you publish."
        })
public final class ImportCommand implements Runnable {
    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "import: nothing asked (expected: wikidata, sparql, geonames, opensanctions or csv)");
    }

    private static int run(String kind, ImportOptions options, CommonOptions common, EntitySource source) {
        options.check();
        return new ImportRun(options, common, source).run("Made by khabar import " + kind + ".");
    }

    /** Items by the millions. */
    @Command(
            name = "wikidata",
            description = {
                "The JSON dump of Wikidata (latest-all.json, one item a line), or some of its items "
                        + "as JSON Lines.",
                "The type of an item comes from its class (P31), else from a birth date, headquarters "
                        + "or coordinates."
            })
    static final class Wikidata implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Mixin
        private ImportOptions options;

        @Option(
                names = "--min-sitelinks",
                paramLabel = "N",
                defaultValue = "1",
                description = "In how many Wikipedias and sisters an item must have a page. Default: ${DEFAULT-VALUE}.")
        private int minSitelinks;

        @Option(
                names = "--class",
                paramLabel = "QID=TYPE",
                description = "Items of this class (P31) are of this type. May be repeated.")
        private Map<String, String> classes = new LinkedHashMap<>();

        @Override
        public Integer call() {
            return run(
                    "wikidata",
                    options,
                    common,
                    new WikidataDump(new WikidataClasses(classes), options.languages(), minSitelinks));
        }
    }

    /** Answers to a query. */
    @Command(
            name = "sparql",
            description = {
                "Results of a SPARQL query on Wikidata, as TSV or CSV: a column item with the address "
                        + "of the entity, and columns of names, such as itemLabel, label_fa or itemAltLabel.",
                "Rows of one item are one entity."
            })
    static final class Sparql implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Mixin
        private ImportOptions options;

        @Mixin
        private TableOptions table;

        @Override
        public Integer call() {
            return run("sparql", options, common, new Table(table.form(options.languages())));
        }
    }

    /** Populated places and administrative units. */
    @Command(
            name = "geonames",
            description = {
                "Tables of GeoNames: allCountries, cities500 and so on, or those of one country; and "
                        + "after them alternateNamesV2 with the names by language and the Wikidata ids.",
                "Zip files are read as they are."
            })
    static final class Places implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Mixin
        private ImportOptions options;

        @Option(
                names = "--min-population",
                paramLabel = "N",
                defaultValue = "0",
                description = "The least number of people. Default: ${DEFAULT-VALUE}, and places without a figure.")
        private long minPopulation;

        @Option(
                names = "--feature-classes",
                split = ",",
                paramLabel = "LETTER",
                defaultValue = "A,P",
                description =
                        "A for countries and their parts, P for cities and villages, H for waters, T for mountains "
                                + "and islands, S for buildings. Default: ${DEFAULT-VALUE}.")
        private Set<String> featureClasses = Set.of();

        @Override
        public Integer call() {
            return run("geonames", options, common, new GeoNames(options.languages(), featureClasses, minPopulation));
        }
    }

    /** Persons and companies of public interest. */
    @Command(
            name = "opensanctions",
            description = {
                "Entities of OpenSanctions or another FollowTheMoney source: JSON Lines with id, "
                        + "schema and properties.",
                "The language of a name is told by its script."
            })
    static final class Sanctions implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Mixin
        private ImportOptions options;

        @Option(names = "--targets", description = "Only those who are sanctioned or watched, not their surroundings.")
        private boolean targets;

        @Override
        public Integer call() {
            return run("opensanctions", options, common, new OpenSanctions(options.languages(), targets));
        }
    }

    /** Anybody's own. */
    @Command(
            name = "csv",
            description = {
                "A table with a line of column names, with commas, semicolons or tabs between.",
                "Columns called id, type, context, fa, name_en, alias_ar and the like are known; "
                        + "--column says what others are."
            })
    static final class Csv implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Mixin
        private ImportOptions options;

        @Mixin
        private TableOptions table;

        @Override
        public Integer call() {
            return run("csv", options, common, new Table(table.form(options.languages())));
        }
    }

    /** What is to be known of a table. */
    @Command
    static final class TableOptions {
        @Option(
                names = "--column",
                paramLabel = "NAME=WHAT",
                description =
                        "What a column is: id, type, context, a language such as fa, or fa-alias. May be repeated.")
        private Map<String, String> columns = new LinkedHashMap<>();

        @Option(
                names = "--as",
                paramLabel = "TYPE",
                description = "The type of rows that have none: person, org, place, event or product.")
        private @Nullable String type;

        @Option(
                names = "--class",
                paramLabel = "QID=TYPE",
                description = "A class of Wikidata in the column type is of this type. May be repeated.")
        private Map<String, String> classes = new LinkedHashMap<>();

        @Option(
                names = "--names-between",
                paramLabel = "TEXT",
                defaultValue = ";",
                description = "Stands between several names in one field. Default: ${DEFAULT-VALUE}")
        private String between = "";

        Table.Form form(List<String> languages) {
            if (between.isEmpty()) {
                throw new SettingException("--names-between", between, "at least one character");
            }
            return new Table.Form(
                    columns,
                    type == null ? null : WikidataClasses.type("--as " + type, type),
                    new WikidataClasses(classes),
                    languages,
                    between);
        }
    }
}
