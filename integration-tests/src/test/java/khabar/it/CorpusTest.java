package khabar.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    @Test
    void textsOfDifferentNewsHaveFewWordsInCommon() {
        assertThat(inCommon(Corpus.ofDifferentNews(7, 1000))).isLessThan(0.06).isLessThan(inCommon(corpus) / 2);
    }

    /** The Jaccard index of the words of bodies that follow each other, on average. */
    private static double inCommon(Corpus corpus) {
        List<Set<String>> words = corpus.lines().stream()
                .filter(line -> line.fate() == Fate.ARTICLE)
                .map(line -> Outcome.parse(line.json()).path("body").asText().split(" "))
                .map(body -> Set.copyOf(Arrays.asList(body)))
                .toList();
        double sum = 0;
        for (int i = 1; i < words.size(); i++) {
            Set<String> both = new HashSet<>(words.get(i));
            both.retainAll(words.get(i - 1));
            sum += (double) both.size()
                    / (words.get(i).size() + words.get(i - 1).size() - both.size());
        }
        return sum / words.size();
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
