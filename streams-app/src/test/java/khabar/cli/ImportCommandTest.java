package khabar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import khabar.cli.Terminal.Outcome;
import khabar.language.TextCore;
import khabar.language.rule.RuleFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the form of each source, with things that do not exist. */
final class ImportCommandTest {
    private static final Path EXAMPLES =
            Path.of("src", "test", "resources", "import").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void itemsOfWikidataGetTheirTypesAndNames() throws IOException {
        Outcome outcome = run("wikidata", example("wikidata.json"));
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("wikidata.json:10: JSON: ", "5 entities written of 6");
        assertThat(lines())
                .containsExactly(
                        "Q900000001 | person | سمیرا راستانما; ~راستانما; س. راستانما | Samira Rastanama; S. Rastanama"
                                + " | سميرا راستانما",
                        "Q900000002 | org | شرکت نمونه‌افزار | Nemuneh Afzar; NA Z Co",
                        "Q900000003 | place | | Somewhere Hill",
                        "Q794 | place | ایران; کشور ایران | Iran",
                        "Q900000007 | org | باشگاه نمونه | Nemuneh Club");
    }

    @Test
    void whatIsNotWantedIsLeftOut() throws IOException {
        run("wikidata", "--type", "product,person", "--min-sitelinks", "2", example("wikidata.json"));
        assertThat(lines()).hasSize(2).anyMatch(line -> line.startsWith("Q900000004 | product | ~سفید; فیلم سفید |"));
        run("wikidata", "--need", "fa,en", "--limit", "2", example("wikidata.json"));
        assertThat(lines()).hasSize(2).noneMatch(line -> line.startsWith("Q900000003"));
        run("wikidata", "--languages", "ru,de,fa", "--names", "1", example("wikidata.json"));
        assertThat(lines().get(0))
                .isEqualTo("Q900000001 | person | سمیرا راستانما | | | | ru: Самира Растанама | de: Samira Rastanama");
    }

    @Test
    void aClassOfWikidataMayBeNamed() throws IOException {
        run("wikidata", "--class", "Q900009998=event", example("wikidata.json"));
        assertThat(lines()).contains("Q900000006 | event | | Unknown kind");
    }

    @Test
    void packedFilesAreReadAsTheyAre() throws IOException {
        byte[] plain = Files.readAllBytes(EXAMPLES.resolve("wikidata.json"));
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("w.json.gz")));
                OutputStream bzip2 =
                        new BZip2CompressorOutputStream(Files.newOutputStream(folder.resolve("w.json.bz2")))) {
            gzip.write(plain);
            bzip2.write(plain);
        }
        run("wikidata", path("w.json.gz"));
        List<String> unzipped = lines();
        run("wikidata", path("w.json.bz2"));
        assertThat(lines()).hasSize(5).isEqualTo(unzipped);
    }

    @Test
    void rowsOfOneItemOfAQueryAreOneEntity() throws IOException {
        Outcome outcome = run("sparql", example("sparql.tsv"));
        assertThat(lines())
                .containsExactly(
                        "Q900000011 | org | بانک نخست نمونه; بانک یکم نمونه | First Sample Bank; ~FSB; Nemuneh Bank",
                        "Q900000012 | place | | Sample Town");
        assertThat(outcome.err()).contains("sparql.tsv:5: type: ", "--as TYPE");
        run("sparql", "--as", "org", "--languages", "fa,en", example("sparql.csv"));
        assertThat(lines())
                .containsExactly(
                        "Q900000021 | org | شرکت ویرگول نمونه | Sample, Comma and Co",
                        "Q900000022 | org | | Quoted \"Sample\"");
    }

    @Test
    void placesOfGeoNamesGetNamesByLanguageAndWikidataIds() throws IOException {
        Outcome outcome =
                run("geonames", "--min-population", "1000", example("geonames.txt"), example("alternateNamesV2.txt"));
        assertThat(lines())
                .containsExactly(
                        "Q900000031 | place | شهر سمپل‌آباد; سمپل‌آباد | Samplabad City; Samplabad",
                        "khabar:geonames:9900003 | place | استان سمپل | Sample Province | محافظة سمبل");
        assertThat(outcome.err()).contains("geonames.txt:5: columns: 2");
        run("geonames", "--feature-classes", "H", zip("geonames.txt"));
        assertThat(lines()).containsExactly("khabar:geonames:9900004 | place | | Sample Creek");
    }

    @Test
    void entitiesOfOpenSanctionsKeepTheirIds() throws IOException {
        Outcome outcome = run("opensanctions", "--targets", example("entities.ftm.json"));
        assertThat(lines())
                .containsExactly(
                        "khabar:opensanctions:NK-sampleAbc | person | نمونه تحریمی"
                                + " | Sample Sanctioned; ~Sanctioned; S. Sanctioned; Abu Sample",
                        "Q900000041 | org | کشتیرانی نمونه | Sample Shipping Lines");
        assertThat(outcome.err()).contains("entities.ftm.json:5: entity: no id or no properties");
    }

    @Test
    void anyTableCanBeRead() throws IOException {
        Outcome outcome = run(
                "csv",
                "--column",
                "کد=id",
                "--column",
                "نام=fa",
                "--column",
                "latin=en",
                "--column",
                "نقش=context",
                "--column",
                "kind=type",
                "--names-between",
                ",",
                example("staff.csv"));
        assertThat(lines())
                .containsExactly(
                        "khabar:person:7 | person | سارا نمونه‌ای; بانو نمونه‌ای | Sara Nemunei | | وزیر",
                        "khabar:org:9 | org | بنیاد نمونه‌کاران");
        assertThat(outcome.err()).contains("staff.csv:4: type: charity");
    }

    @Test
    void whatWasImportedIsFound() throws IOException {
        run("wikidata", example("wikidata.json"));
        List<String> file = Files.readAllLines(folder.resolve("out.gaz"));
        TextCore core =
                TextCore.builder().gazetteer(new RuleFile("out.gaz", file)).build();
        assertThat(core.entity("Q900000001").orElseThrow().names()).containsEntry("ar", "سميرا راستانما");
        Files.writeString(folder.resolve("text.txt"), "راستانما رفت\n");
        Files.writeString(folder.resolve("both.txt"), "سمیرا راستانما آمد. راستانما رفت\n");
        assertThat(enrich("text.txt")).doesNotContain("Q900000001");
        assertThat(enrich("both.txt").split("\"entityId\":\"Q900000001\"", -1)).hasSizeGreaterThan(2);
    }

    @Test
    void anOutputOnItsWayToGzipIsPackedAndStandardOutputIsNot() throws IOException {
        new Terminal(Map.of(), folder).run("import", "wikidata", "-o", path("out.gaz.gz"), example("wikidata.json"));
        try (GZIPInputStream packed =
                new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("out.gaz.gz"))))) {
            assertThat(new String(packed.readAllBytes(), UTF_8)).contains("Q900000001");
        }
        Outcome outcome =
                new Terminal(Map.of(), folder).run("import", "wikidata", "-q", "-o", "-", example("wikidata.json"));
        assertThat(outcome.out())
                .startsWith("# Made by khabar import wikidata.\n")
                .contains("Q900000001");
    }

    @Test
    void wrongOptionsAndMissingFilesAreSaid() {
        assertThat(run("wikidata", path("none.json")).err()).contains("file: ", "none.json", "an existing file");
        assertThat(run("wikidata", "--type", "planet", example("wikidata.json")).err())
                .contains("type: --type planet");
        assertThat(run("csv", example("staff.csv")).err()).contains("columns: ", "--column NAME=fa");
        assertThat(run("csv", example("staff.csv")).exit()).isEqualTo(2);
        assertThat(run("csv", "--as", "person", "--column", "nome=fa", "--column", "latin=en", example("staff.csv"))
                        .err())
                .contains("--column: nome (expected: a column of the table: ");
        assertThat(run("csv", "--as", "person", path("")).err())
                .startsWith("file: " + path(""))
                .contains("Is a directory");
        assertThat(folder.resolve("out.gaz")).doesNotExist();
    }

    private Outcome run(String kind, String... arguments) {
        List<String> all = new ArrayList<>(List.of("import", kind, "-o", path("out.gaz")));
        all.addAll(List.of(arguments));
        return new Terminal(Map.of(), folder).run(all.toArray(String[]::new));
    }

    private String enrich(String text) {
        return new Terminal(Map.of(), folder)
                .run("enrich", "--gazetteer", path("out.gaz"), path(text))
                .out();
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("out.gaz")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private String zip(String name) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("g.zip")))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write("not this one".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(Files.readAllBytes(EXAMPLES.resolve(name)));
        }
        return path("g.zip");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static String example(String name) {
        return EXAMPLES.resolve(name).toString();
    }
}
