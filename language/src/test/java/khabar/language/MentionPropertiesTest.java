package khabar.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import khabar.language.entity.Mention;
import khabar.language.normalize.Span;
import org.junit.jupiter.api.Test;

/** What must hold for the mentions of any text: seeded shuffles of the words of the seed articles. */
final class MentionPropertiesTest {
    private static final TextCore CORE = TextCore.shipped();
    private static final int ROUNDS = 300;
    private static final String[] GLUE = {" ", " ", " ", "\u200c", "", "، ", "\n", "-", "\u064e ", "\u0640 "};

    @Test
    void spansCutTheSurfaceFormAndNestingIsConsistent() {
        List<String> words = words();
        for (int seed = 0; seed < ROUNDS; seed++) {
            Document document = shuffled(words, new Random(seed));
            Analysis analysis = CORE.analyze(document);
            check("seed " + seed, document, analysis.mentions());
            Analysis again = CORE.analyze(document);
            assertThat(again.mentions()).isEqualTo(analysis.mentions());
            assertThat(again.subjects()).isEqualTo(analysis.subjects());
        }
    }

    private static void check(String where, Document document, List<Mention> mentions) {
        Mention last = null;
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            Span span = mention.span();
            String text = document.texts().get(span.text());
            assertThat(mention.surfaceForm()).as(where).isEqualTo(text.substring(span.start(), span.end()));
            assertThat(mention.confidence()).as(where).isBetween(0.0, 1.0);
            assertThat(mention.nestedIn()).as(where).isLessThan(i);
            if (last != null) {
                assertThat(isInOrder(last.span(), span)).as(where).isTrue();
            }
            checkNesting(where, mentions, i);
            last = mention;
        }
    }

    private static boolean isInOrder(Span one, Span two) {
        return one.text() < two.text()
                || one.text() == two.text()
                        && (one.start() < two.start() || one.start() == two.start() && one.end() > two.end());
    }

    /** The mention that it is nested in is the shortest that contains it; it counts unless one of them is the same entity. */
    private static void checkNesting(String where, List<Mention> mentions, int index) {
        Mention mention = mentions.get(index);
        int shortest = Mention.TOP_LEVEL;
        boolean same = false;
        for (int i = 0; i < mentions.size(); i++) {
            Span outer = mentions.get(i).span();
            if (outer.strictlyContains(mention.span())) {
                same |= mentions.get(i).entity().id().equals(mention.entity().id());
                if (shortest == Mention.TOP_LEVEL
                        || length(outer) < length(mentions.get(shortest).span())) {
                    shortest = i;
                }
            }
        }
        assertThat(mention.nestedIn()).as(where).isEqualTo(shortest);
        assertThat(mention.counted()).as(where).isEqualTo(!same);
    }

    private static int length(Span span) {
        return span.end() - span.start();
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>();
        for (SeedArticle article : SeedArticle.both()) {
            for (String text : article.document().texts()) {
                words.addAll(List.of(text.split("[ \n]+")));
            }
        }
        return words;
    }

    private static Document shuffled(List<String> words, Random random) {
        return new Document(text(words, random, 8), text(words, random, 30), text(words, random, 200), null);
    }

    private static String text(List<String> words, Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int from = random.nextInt(words.size() - 4);
            for (int w = 0; w < 1 + random.nextInt(4); w++) {
                text.append(words.get(from + w)).append(GLUE[random.nextInt(GLUE.length)]);
            }
        }
        return text.toString();
    }
}
