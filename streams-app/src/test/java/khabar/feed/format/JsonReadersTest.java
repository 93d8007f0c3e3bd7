package khabar.feed.format;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import khabar.feed.Corpora;
import khabar.feed.record.Reading.Refusal;
import khabar.feed.unpack.PlacedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReadersTest {
    @TempDir
    private Path folder;

    @Test
    void eachLineIsARecordAndABrokenOneCostsOnlyItself() {
        List<PlacedRecord> records = Corpora.read(folder, "a.jsonl", """
                {"id":"a","title":"باران در تهران"}

                {"id":"b", broken
                [1,2]
                {"id":"c","title":"x"} trailing
                {"id":"d","title":"می\u200cرود"}""");

        assertThat(Corpora.values(records, "id"))
                .containsExactly("a", "BROKEN_RECORD", "BROKEN_RECORD", "BROKEN_RECORD", "d");
        assertThat(records).extracting(record -> record.raw().line()).containsExactly(1L, 3L, 4L, 5L, 6L);
        assertThat(Corpora.values(records, "title")).last().isEqualTo("می\u200cرود");
    }

    @Test
    void bytesThatAreNotUtf8RefuseTheirLineOnly() {
        byte[] good = "{\"id\":\"a\"}\n".getBytes(UTF_8);
        byte[] wrong = {'{', '"', 'i', 'd', '"', ':', '"', (byte) 0xC3, '"', '}', '\n'};
        List<PlacedRecord> records = Corpora.read(folder, "a.jsonl", joined(good, wrong, good));

        assertThat(Corpora.values(records, "id")).containsExactly("a", "WRONG_ENCODING", "a");
        assertThat(((Refusal) records.get(1).raw().reading().get()).detail())
                .isEqualTo("byte 7 of the record: 0xC3 (expected: UTF-8)");
    }

    @Test
    void aReplacementCharacterThatIsReallyThereIsNoError() {
        assertThat(Corpora.values(Corpora.read(folder, "a.jsonl", "{\"id\":\"a\uFFFD\"}"), "id"))
                .containsExactly("a\uFFFD");
    }

    @Test
    void anObjectThatIsNestedTooDeepCostsOnlyItself() {
        String deep = "{\"id\":" + "[".repeat(200) + "]".repeat(200) + "}";
        for (String name : List.of("a.jsonl", "a.json")) {
            List<PlacedRecord> records = Corpora.read(folder, name, deep + "\n{\"id\":\"b\"}\n");

            assertThat(Corpora.values(records, "id")).as(name).containsExactly("TOO_DEEP", "b");
            assertThat(((Refusal) records.get(0).raw().reading().get()).detail())
                    .startsWith("depth: more than 100")
                    .endsWith("(expected: at most that, record.max.depth)");
        }
    }

    @Test
    void aNumberOfAThousandDigitsIsNoArticle() {
        List<PlacedRecord> records = Corpora.read(folder, "a.jsonl", "{\"id\":" + "9".repeat(1500) + "}\n");

        assertThat(Corpora.values(records, "id")).containsExactly("FIELD_TOO_LARGE");
    }

    @Test
    void aLineThatIsTooLargeIsRefusedAndTheNextIsRead() {
        String large = "{\"id\":\"" + "x".repeat(100_000) + "\"}";
        List<PlacedRecord> records = Corpora.read(folder, "a.jsonl", large + "\n{\"id\":\"b\"}\n");

        assertThat(Corpora.values(records, "id")).containsExactly("TOO_LARGE", "b");
        assertThat(records.get(0).raw().originalBytes()).isEqualTo(large.length());
        assertThat(records.get(0).raw().original().size()).isEqualTo(Corpora.LIMITS.recordMaxBytes());
        assertThat(records.get(1).raw().line()).isEqualTo(2);
    }

    @Test
    void byteOrderMarksAndUtf16AreUnderstood() {
        String text = "{\"id\":\"خبر 😀\"}\n{\"id\":\"b\"}\n";

        assertThat(Corpora.values(Corpora.read(folder, "utf8.jsonl", "\uFEFF" + text), "id"))
                .containsExactly("خبر 😀", "b");
        assertThat(Corpora.values(Corpora.read(folder, "le.jsonl", ("\uFEFF" + text).getBytes(UTF_16LE)), "id"))
                .containsExactly("خبر 😀", "b");
    }

    @Test
    void halfACharacterOfUtf16RefusesItsLineOnly() {
        byte[] wrong = joined(
                "\uFEFF{\"id\":\"a\"}\n{\"id\":\"".getBytes(UTF_16LE),
                new byte[] {0x00, (byte) 0xD8},
                "\"}\n{\"id\":\"c\"}".getBytes(UTF_16LE));

        assertThat(Corpora.values(Corpora.read(folder, "le.jsonl", wrong), "id"))
                .containsExactly("a", "WRONG_ENCODING", "c");
    }

    @Test
    void anArrayIsCutIntoItsElements() {
        List<PlacedRecord> records = Corpora.read(folder, "a.json", """
                [
                  {"id": "a", "body": "brackets ] } in \\"text\\" [ {", "more": {"x": [1, 2]}},
                  {"id": "b", "title": "quote missing},
                  {"id": "c"}, 7,
                  {"id": "%s"},
                  {"id": "e"}
                ]
                """.formatted("x".repeat(5000)));

        assertThat(Corpora.values(records, "id"))
                .containsExactly("a", "BROKEN_RECORD", "c", "BROKEN_RECORD", "TOO_LARGE", "e");
        assertThat(records).extracting(record -> record.raw().line()).containsExactly(2L, 3L, 4L, 4L, 5L, 6L);
    }

    @Test
    void oneObjectOverSeveralLinesIsOneArticle() {
        assertThat(Corpora.values(Corpora.read(folder, "a.json", "\n{\n \"id\": \"a\",\n \"x\": {}\n}\n"), "id"))
                .containsExactly("a");
    }

    @Test
    void anArrayThatEndsTooEarlyCostsItsLastElement() {
        assertThat(Corpora.values(Corpora.read(folder, "a.json", "[{\"id\":\"a\"},{\"id\":\"b\""), "id"))
                .containsExactly("a", "BROKEN_RECORD");
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
