package khabar.language.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NormalizeScoreTest {
    private final NormalizeScore score = new NormalizeScore();

    @Test
    void aChangeIsRightAtItsPlaceAndWithItsReplacement() {
        score.add("spaces", "a  b  c", "a b c", "a b  c");
        assertThat(score.byClass()).isEqualTo(Map.of("spaces", new Tally(1, 0, 1)));
        assertThat(score.equal()).isZero();
    }

    @Test
    void anotherReplacementIsWrongAndMissedAndOneConfusion() {
        score.add("letters", "xay", "xby", "xcy");
        assertThat(score.total()).isEqualTo(new Tally(0, 1, 1));
        assertThat(score.worst(5)).containsExactly(new Confusion("b", "c", 1, "x[a]y"));
    }

    @Test
    void whatShouldHaveStayedIsWrong() {
        score.add("letters", "xay", "xay", "xby");
        assertThat(score.total()).isEqualTo(new Tally(0, 1, 0));
        assertThat(score.worst(5)).containsExactly(new Confusion("a", "b", 1, "x[a]y"));
    }

    @Test
    void invisibleCharactersAreShownByTheirNumbers() {
        score.add("spaces", "a b", "a\u200cb", "a b");
        assertThat(score.worst(5)).containsExactly(new Confusion("U+200C", "U+0020", 1, "a[ ]b"));
    }

    @Test
    void changesTurnAnyTextIntoAnyOther() {
        Random random = new Random(20_261_123);
        for (int round = 0; round < 5000; round++) {
            String before = text(random);
            String after = text(random);
            assertThat(applied(before, Edits.between(before, after)))
                    .as("%s to %s", before, after)
                    .isEqualTo(after);
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String applied(String before, List<Edit> edits) {
        StringBuilder text = new StringBuilder(before);
        for (int i = edits.size() - 1; i >= 0; i--) {
            Edit edit = edits.get(i);
            int end = edit.at() + edit.before().length();
            assertThat(before.substring(edit.at(), end)).isEqualTo(edit.before());
            text.replace(edit.at(), end, edit.after());
        }
        return text.toString();
    }
}
