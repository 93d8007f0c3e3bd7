package khabar.language.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Normalizer;
import khabar.language.normalize.RandomTexts;
import khabar.language.normalize.Span;
import org.junit.jupiter.api.Test;

class SegmentPropertiesTest {
    private static final int TRIES = Integer.getInteger("khabar.property.tries", 50_000);
    private static final long SEED = Long.getLong("khabar.property.seed", 20_261_125L);

    private final Normalizer normalizer = new Normalizer();
    private final Segmenter segmenter = new Segmenter();

    @Test
    void tokensHoldEverythingThatCanBeSeenAndNothingTwice() {
        assertThat(RandomTexts.failures(SEED, TRIES, text -> {
                    NormalizedText normalized = normalizer.normalize(text);
                    StringBuilder forms = new StringBuilder();
                    segmenter.tokens(0, normalized).forEach(token -> forms.append(token.form()));
                    return withoutSpaces(forms.toString()).equals(withoutSpaces(normalized.display()));
                }))
                .isEmpty();
    }

    @Test
    void tokensAndSentencesFollowEachOtherWithinTheOriginal() {
        assertThat(RandomTexts.failures(SEED + 1, TRIES, text -> {
                    NormalizedText normalized = normalizer.normalize(text);
                    List<Span> tokens = segmenter.tokens(0, normalized).stream()
                            .map(Token::span)
                            .toList();
                    return rise(tokens, text.length()) && rise(segmenter.sentences(0, normalized), text.length());
                }))
                .isEmpty();
    }

    @Test
    void everyTokenLiesInOneSentence() {
        assertThat(RandomTexts.failures(SEED + 2, TRIES, text -> {
                    NormalizedText normalized = normalizer.normalize(text);
                    List<Span> sentences = segmenter.sentences(0, normalized);
                    return segmenter.tokens(0, normalized).stream()
                            .allMatch(token -> sentences.stream().anyMatch(sentence -> holds(sentence, token.span())));
                }))
                .isEmpty();
    }

    /** Spans may share an original that became several characters, but never go back. */
    private static boolean rise(List<Span> spans, int length) {
        int start = 0;
        int end = 0;
        for (Span span : spans) {
            if (span.start() < start || span.end() < end || span.end() < span.start()) {
                return false;
            }
            start = span.start();
            end = span.end();
        }
        return end <= length;
    }

    private static boolean holds(Span sentence, Span token) {
        return sentence.start() <= token.start() && token.end() <= sentence.end();
    }

    private static String withoutSpaces(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
