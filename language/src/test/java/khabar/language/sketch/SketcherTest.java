package khabar.language.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import khabar.language.Document;
import khabar.language.TextCore;
import org.junit.jupiter.api.Test;

final class SketcherTest {
    private static final TextCore CORE = TextCore.shipped();
    private static final Sketcher SKETCHER = new Sketcher(1, 1);
    private static final Likeness LIKENESS = new Likeness(16, 4, 0.6);
    private static final int WORDS = 300;

    private static Sketch sketch(String text) {
        return SKETCHER.sketch(CORE.tokens(new Document(null, null, text, null)))
                .orElseThrow();
    }

    /** Two texts with the given number of words in common, and as many of their own that each has the same length. */
    private static List<String> pair(Random random, int common) {
        List<String> shared = words(random, common);
        List<String> one = new ArrayList<>(shared);
        List<String> other = new ArrayList<>(shared);
        one.addAll(words(random, WORDS - common));
        other.addAll(words(random, WORDS - common));
        return List.of(String.join(" ", one), String.join(" ", other));
    }

    private static List<String> words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add("w" + Long.toHexString(random.nextLong()));
        }
        return words;
    }

    @Test
    void theSimilarityEstimatesTheJaccardIndex() {
        Random random = new Random(1);
        for (int common : new int[] {0, 100, 200, 225, 270, 300}) {
            double jaccard = (double) common / (2 * WORDS - common);
            double sum = 0;
            int pairs = 40;
            for (int i = 0; i < pairs; i++) {
                List<String> pair = pair(random, common);
                double similarity = sketch(pair.get(0)).similarity(sketch(pair.get(1)));
                assertThat(similarity).isCloseTo(jaccard, within(0.2));
                sum += similarity;
            }
            assertThat(sum / pairs).as("Jaccard index %s", jaccard).isCloseTo(jaccard, within(0.03));
        }
    }

    @Test
    void seventySevenEqualComponentsAreExactlySixTenths() {
        byte[] one = new byte[Sketch.COMPONENTS];
        byte[] other = new byte[Sketch.COMPONENTS];
        Arrays.fill(other, 77, Sketch.COMPONENTS, (byte) 1);

        assertThat(new Sketch(one).similarity(new Sketch(other))).isEqualTo(0.6);
        assertThat(LIKENESS.alike(new Sketch(one), new Sketch(other))).isTrue();
        other[0] = 1;
        assertThat(LIKENESS.alike(new Sketch(one), new Sketch(other))).isFalse();
    }

    @Test
    void textsThatShareNoBandAreNotAlikeHoweverSimilar() {
        byte[] one = new byte[Sketch.COMPONENTS];
        byte[] other = new byte[Sketch.COMPONENTS];
        for (int band = 0; band < 16; band++) {
            other[4 * band] = 1;
        }

        assertThat(new Sketch(one).similarity(new Sketch(other))).isGreaterThan(0.8);
        assertThat(LIKENESS.alike(new Sketch(one), new Sketch(other))).isFalse();
    }

    @Test
    void bandsAreFoundAsOftenAsTheFormulaSays() {
        Random random = new Random(2);
        int found = 0;
        int pairs = 400;
        for (int i = 0; i < pairs; i++) {
            List<String> pair = pair(random, 225);
            found += new Likeness(16, 4, 0).alike(sketch(pair.get(0)), sketch(pair.get(1))) ? 1 : 0;
        }
        // 225 of 375 words: 0.6, and 1 - (1 - 0.6^4)^16 = 0.891.
        assertThat((double) found / pairs).isCloseTo(0.891, within(0.06));
    }

    @Test
    void oneOrthographyIsAsGoodAsAnother() {
        String text = "رسانه‌های ایران می‌گویند که گروه‌های بین‌المللی به شهرهای جنوبی می‌روند و کمک‌ها را می‌رسانند";
        Sketch sketch = sketch(text);

        assertThat(sketch(text.replace("\u200c", ""))).isEqualTo(sketch);
        assertThat(sketch(text.replace('\u06cc', '\u064a').replace('\u06a9', '\u0643')))
                .isEqualTo(sketch);
        assertThat(sketch("THE MINISTERS agreed: talks, at last"))
                .isEqualTo(sketch("the ministers agreed talks at last"));
    }

    @Test
    void shortWordsDoNotCount() {
        assertThat(sketch("رسانه و خبر از ایران")).isEqualTo(sketch("رسانه به ایران"));
    }

    @Test
    void runsOfWordsKnowTheirOrder() {
        List<Document> texts = List.of(
                new Document(null, null, "alpha bravo charlie delta", null),
                new Document(null, null, "delta charlie bravo alpha", null));
        List<Sketch> sets = texts.stream()
                .map(text -> new Sketcher(1, 1).sketch(CORE.tokens(text)).orElseThrow())
                .toList();
        List<Sketch> runs = texts.stream()
                .map(text -> new Sketcher(2, 1).sketch(CORE.tokens(text)).orElseThrow())
                .toList();

        assertThat(sets.get(0)).isEqualTo(sets.get(1));
        assertThat(runs.get(0).similarity(runs.get(1))).isLessThan(0.1);
    }

    @Test
    void aTextOfTooFewWordsHasNoSketch() {
        Document text = new Document("alpha bravo", null, "charlie of", null);

        assertThat(new Sketcher(1, 3).sketch(CORE.tokens(text))).isPresent();
        assertThat(new Sketcher(1, 4).sketch(CORE.tokens(text))).isEmpty();
        assertThat(new Sketcher(3, 1).sketch(CORE.tokens(text))).isEmpty();
    }

    /** Sketches are stored and sent: another value here makes those of running applications worthless. */
    @Test
    void sketchesStayTheSame() {
        String begin =
                HexFormat.of().formatHex(sketch("alpha bravo charlie delta").components(), 0, 8);

        assertThat(begin).isEqualTo("79cf90f4e134c3c6");
    }
}
