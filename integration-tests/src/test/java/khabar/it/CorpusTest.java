package khabar.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import khabar.it.Corpus.Fate;
import khabar.it.Corpus.Line;
import org.junit.jupiter.api.Test;

final class CorpusTest {
    private final Corpus corpus = Corpus.of(7, 1000);

    @Test
    void equalSeedsGiveEqualCorpora() {
        assertThat(Corpus.of(7, 1000)).isEqualTo(corpus);
        assertThat(Corpus.of(8, 1000)).isNotEqualTo(corpus);
    }

    @Test
    void everyKindOfRevisionAndRefusalOccurs() {
        List<String> json = corpus.lines().stream().map(Line::json).toList();

        assertThat(json).anyMatch(line -> line.contains("\"version\":\"3\""));
        assertThat(json).anyMatch(line -> line.contains("\"pubStatus\":\"withheld\""));
        assertThat(json).anyMatch(line -> line.contains("\"pubStatus\":\"canceled\""));
        assertThat(json).anyMatch(line -> line.contains("\"language\":\"en\""));
        for (Fate fate : Fate.values()) {
            assertThat(corpus.count(fate)).as(fate.name()).isPositive();
        }
    }

    @Test
    void someCancelsArriveBeforeTheirArticle() {
        List<String> json = corpus.lines().stream().map(Line::json).toList();

        assertThat(json).anyMatch(line -> line.contains("\"canceled\"") && isFirstOfItsUri(line, json));
    }

    private static boolean isFirstOfItsUri(String line, List<String> json) {
        String uri = line.substring(0, line.indexOf(','));
        return json.stream()
                .filter(other -> other.startsWith(uri))
                .findFirst()
                .orElseThrow()
                .equals(line);
    }
}
