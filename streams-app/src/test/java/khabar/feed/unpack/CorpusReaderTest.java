package khabar.feed.unpack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import khabar.feed.Corpora;
import khabar.feed.record.Reading;
import khabar.feed.record.Reading.Refusal;
import khabar.schemas.CorpusPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusReaderTest {
    private static final String LINE = "{\"id\":\"a\",\"title\":\"خبر\"}\n";
    private static final String RSS = "<rss><channel><item><guid>a</guid><title>t</title></item></channel></rss>";

    @TempDir
    private Path folder;

    @Test
    void theFormatIsToldByContentBeforeExtension() {
        assertThat(ids("a.txt", LINE)).containsExactly("a");
        assertThat(ids("a.json", LINE + LINE)).containsExactly("a", "a");
        assertThat(ids("a", LINE)).containsExactly("a");
        assertThat(ids("a.json", RSS)).isEmpty();
        assertThat(values("a.json", RSS, "uri")).containsExactly("a");
        assertThat(values("a", RSS, "uri")).containsExactly("a");
        assertThat(ids("a", "id,title\na,t\n")).containsExactly("a");
        assertThat(values("a", "\n\n## headline\n\nlead", "headline")).containsExactly("headline");
        assertThat(ids("a.jsonl", "{broken\n" + LINE)).containsExactly("BROKEN_RECORD", "a");
        assertThat(ids("a.json", "[" + LINE + "," + LINE + "]")).containsExactly("a", "a");
    }

    @Test
    void whatNobodyKnowsIsRefusedAsAWhole() {
        assertThat(ids("a.png", "\u0089PNG\r\n\0\0\0")).containsExactly("UNKNOWN_FORMAT");
        assertThat(ids("README.md", "# Title\n\nText")).containsExactly("UNKNOWN_FORMAT");
        assertThat(ids("a.zst", new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0}))
                .containsExactly("UNKNOWN_FORMAT");
    }

    @Test
    void emptyFilesOfKnownFormatsHaveNoRecordsOrAnEmptyOne() {
        assertThat(ids("a.jsonl", "")).isEmpty();
        assertThat(ids("a.json", " \n")).isEmpty();
        assertThat(ids("a.csv", "")).isEmpty();
        assertThat(Corpora.read(folder, "a.txt", "")).hasSize(1);
    }

    @Test
    void archivesAreReadThrough() throws IOException {
        byte[] tar = Corpora.tar("one.jsonl", LINE, "two/b.jsonl", LINE, "three.rss", RSS);

        assertThat(ids("a.jsonl.gz", Corpora.gzip(LINE.getBytes(UTF_8)))).containsExactly("a");
        assertThat(ids("a.zip", Corpora.zip("x/one.jsonl", LINE + LINE, ".hidden", "x", "two.jsonl", LINE)))
                .containsExactly("a", "a", "a");
        assertThat(Corpora.read(folder, "a.tgz", Corpora.gzip(tar)))
                .extracting(PlacedRecord::entry)
                .containsExactly("one.jsonl", "two/b.jsonl", "three.rss");
    }

    @Test
    void aRecordInAnArchiveSaysWhereItStands() throws IOException {
        List<PlacedRecord> records = Corpora.read(folder, "a.zip", Corpora.zip("x/one.jsonl", "\n" + LINE));
        CorpusPosition position = records.get(0).position();

        assertThat(position.getFile()).endsWith("/a.zip");
        assertThat(position.getEntry()).isEqualTo("x/one.jsonl");
        assertThat(position.getLine()).isEqualTo(2);
    }

    @Test
    void entryNamesAreLabelsAndOpenNothing() throws IOException {
        byte[] zip = Corpora.zip("../../evil.txt", "## a\n\nb", "/etc/passwd.txt", "## c\n\nd");

        assertThat(Corpora.values(Corpora.read(folder, "a.zip", zip), "uri"))
                .containsExactly("seed:../../evil", "seed:/etc/passwd");
        assertThat(folder.resolveSibling("evil.txt")).doesNotExist();
    }

    @Test
    void aDecompressionBombIsStopped() throws IOException {
        ReadLimits tight = new ReadLimits(2000, 100, 50, 1L << 30);
        byte[] bomb = Corpora.gzip("## x".repeat(10 << 20).getBytes(UTF_8));
        List<PlacedRecord> records = Corpora.read(folder, "bomb.txt.gz", bomb, tight);

        assertThat(detail(records)).contains("archive.max.ratio");
        assertThat(Corpora.values(records, "id")).containsExactly("RATIO_TOO_HIGH");

        ReadLimits small = new ReadLimits(2000, 100, 1_000_000, 1 << 20);
        assertThat(detail(Corpora.read(folder, "bomb.txt.gz", bomb, small))).contains("archive.max.gigabytes");
    }

    @Test
    void archivesInArchivesEndSomewhere() throws IOException {
        byte[] packed = LINE.getBytes(UTF_8);
        for (int level = 0; level < 10; level++) {
            packed = Corpora.gzip(packed);
        }

        assertThat(ids("a.gz", packed)).containsExactly("TOO_DEEP");
    }

    @Test
    void aTruncatedArchiveKeepsWhatStandsBeforeTheEnd() throws IOException {
        StringBuilder lines = new StringBuilder();
        Random random = new Random(1);
        for (int line = 0; line < 5000; line++) {
            lines.append("{\"id\":\"")
                    .append(Long.toHexString(random.nextLong()))
                    .append("\"}\n");
        }
        byte[] packed = Corpora.gzip(lines.toString().getBytes(UTF_8));
        List<String> ids = ids("a.jsonl.gz", Arrays.copyOf(packed, packed.length / 2));

        assertThat(ids).hasSizeBetween(1000, 4000).last().isEqualTo("BROKEN_ARCHIVE");
    }

    @Test
    void aZipThatIsCutOffBetweenTwoEntriesIsNoWholeOne() throws IOException {
        byte[] one = Corpora.zip("a.jsonl", LINE);
        byte[] two = Corpora.zip("a.jsonl", LINE, "b.jsonl", LINE);
        int directory = new String(one, ISO_8859_1).indexOf("PK\u0001\u0002");

        assertThat(ids("a.zip", two)).containsExactly("a", "a");
        List<PlacedRecord> cut = Corpora.read(folder, "a.zip", Arrays.copyOf(two, directory));
        assertThat(Corpora.values(cut, "id")).containsExactly("a", "BROKEN_ARCHIVE");
        assertThat(detail(cut))
                .isEqualTo("EOFException, " + directory + " bytes into the file (expected: a whole archive)");
        assertThat(detail(Corpora.read(folder, "a.zip", Arrays.copyOf(two, 13))))
                .startsWith("zip: ends at byte 13");
    }

    @Test
    void aTarThatIsCutOffAnywhereIsNoWholeOne() throws IOException {
        byte[] tar = Corpora.tar("a.jsonl", LINE, "b.jsonl", LINE);
        int block = 512;

        for (int blocks = 5; blocks <= tar.length / block; blocks++) {
            assertThat(ids("a.tar", Arrays.copyOf(tar, blocks * block))).containsExactly("a", "a");
        }
        assertThat(ids("a.tar", Arrays.copyOf(tar, 4 * block))).containsExactly("a", "a", "BROKEN_ARCHIVE");
        assertThat(ids("a.tar", Arrays.copyOf(tar, 3 * block + 5))).containsExactly("a", "BROKEN_ARCHIVE");
        assertThat(ids("a.tar", Arrays.copyOf(tar, 2 * block + 300))).containsExactly("a", "BROKEN_ARCHIVE");
        byte[] packed = Corpora.gzip(Arrays.copyOf(tar, 2 * block));
        List<PlacedRecord> cut = Corpora.read(folder, "a.tgz", packed);
        assertThat(Corpora.values(cut, "id")).containsExactly("a", "BROKEN_ARCHIVE");
        PlacedRecord refused = cut.get(1);
        assertThat(refused.position().getFile()).endsWith("/a.tgz");
        assertThat(detail(cut)).startsWith("tar: ends at byte 1024").contains("(expected: a whole archive)");
    }

    @Test
    void zerosInAnEntryAreNotTheEndOfATar() throws IOException {
        byte[] tar = Corpora.tar("a.jsonl", LINE, "b.jsonl", LINE + "\0".repeat(2000));

        assertThat(ids("a.tar", Arrays.copyOf(tar, 7 * 512))).last().isEqualTo("BROKEN_ARCHIVE");
        assertThat(ids("a.tar", tar)).doesNotContain("BROKEN_ARCHIVE");
    }

    @Test
    void whatIsBrokenAtItsFirstByteIsNotEmpty() throws IOException {
        byte[] packed = Corpora.gzip(LINE.getBytes(UTF_8));

        assertThat(ids("a.gz", Arrays.copyOf(packed, 14))).containsExactly("BROKEN_ARCHIVE");
    }

    private List<String> ids(String name, String content) {
        return values(name, content, "id");
    }

    private List<String> ids(String name, byte[] content) {
        return Corpora.values(Corpora.read(folder, name, content), "id");
    }

    private List<String> values(String name, String content, String field) {
        return Corpora.values(Corpora.read(folder, name, content), field).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String detail(List<PlacedRecord> records) {
        Reading reading = records.get(records.size() - 1).raw().reading().get();
        return ((Refusal) reading).detail();
    }
}
