package khabar.feed.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import khabar.feed.Corpora;
import khabar.feed.record.Reading;
import khabar.feed.unpack.PlacedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTextTest {
    private static final String ARTICLE = "\n\n## باران می\u200cبارد \n\nامروز در تهران\nباران بارید.\n\nیک.\n\nدو.\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void everyFieldIsAnExactPieceOfTheFile(String lineEnd) {
        String text = ARTICLE.replace("\n", lineEnd);
        ObjectNode node = only(Corpora.read(folder, "a.txt", text));

        assertThat(node.path("headline").asText()).isEqualTo("باران می\u200cبارد ");
        assertThat(node.path("lead").asText()).isEqualTo("امروز در تهران" + lineEnd + "باران بارید.");
        assertThat(node.path("body").asText()).isEqualTo("یک." + lineEnd + lineEnd + "دو.");
        for (String field : List.of("headline", "lead", "body")) {
            int offset = node.path("file.offset." + field).asInt(-1);
            assertThat(text.startsWith(node.path(field).asText(), offset))
                    .as(field)
                    .isTrue();
        }
    }

    @Test
    void offsetsCountAfterAByteOrderMark() {
        ObjectNode node = only(Corpora.read(folder, "a.txt", "\uFEFF## a\n\nb\n"));

        assertThat(node.path("file.offset.headline").asInt()).isEqualTo(3);
    }

    @Test
    void aTextWithoutHeadlineHasALeadAndABody() {
        ObjectNode node = only(Corpora.read(folder, "a.txt", "one\n\ntwo"));

        assertThat(node.has("headline")).isFalse();
        assertThat(node.path("lead").asText()).isEqualTo("one");
        assertThat(node.path("body").asText()).isEqualTo("two");
    }

    @Test
    void aTextInAnotherEncodingIsRefused() {
        byte[] arabic = {'#', '#', ' ', (byte) 0xC8, (byte) 0xC7, '\n'};

        assertThat(Corpora.values(Corpora.read(folder, "a.txt", arabic), "headline"))
                .containsExactly("WRONG_ENCODING");
    }

    @ParameterizedTest
    @CsvSource({
        "000_78c677131ff901be.txt, seed:000_78c677131ff901be",
        "business/001.txt, seed:business/001",
        "two words.v2.txt, seed:two%20words.v2",
        "خبر.txt, seed:%D8%AE%D8%A8%D8%B1",
        ".hidden, seed:.hidden",
        "noext, seed:noext"
    })
    void theUriIsThePathWithoutItsExtension(String label, String expected) {
        assertThat(SeedText.uriOf(label)).isEqualTo(expected);
    }

    private static ObjectNode only(List<PlacedRecord> records) {
        assertThat(records).hasSize(1);
        return ((Reading.Fields) records.get(0).raw().reading().get()).node();
    }
}
