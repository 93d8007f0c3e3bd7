package khabar.language.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.language.subject.TaggedSubject;
import org.junit.jupiter.api.Test;

final class SubjectScoreTest {
    private static final String SPORT = "medtop:15000000";
    private static final String WAR = "medtop:16000000";
    private static final String POLITICS = "medtop:11000000";
    private static final Set<String> CANDIDATES = Set.of(SPORT, WAR);

    private final SubjectScore score = new SubjectScore();

    @Test
    void theStrongestCandidateIsTheAnswerWhateverIsStronger() {
        score.add("a", List.of(WAR), List.of(tagged(POLITICS, 0.9), tagged(WAR, 0.6), tagged(SPORT, 0.5)), CANDIDATES);
        assertThat(score.byCode()).isEqualTo(Map.of(WAR, new Tally(1, 0, 0)));
        assertThat(score.accuracy()).isEqualTo(1);
    }

    @Test
    void aWrongAnswerIsMissedForOneAndWrongForTheOther() {
        score.add("first", List.of(WAR), List.of(tagged(SPORT, 0.9), tagged(WAR, 0.8)), CANDIDATES);
        score.add("second", List.of(WAR), List.of(), CANDIDATES);
        assertThat(score.byCode()).isEqualTo(Map.of(WAR, new Tally(0, 0, 2), SPORT, new Tally(0, 1, 0)));
        assertThat(score.accuracy()).isZero();
        assertThat(score.tagged()).isEqualTo(0.5);
        assertThat(score.worst(9))
                .containsExactly(
                        new Confusion(WAR, SPORT, 1, "first"), new Confusion(WAR, Confusion.NOTHING, 1, "second"));
    }

    @Test
    void aLabelMayAllowSeveralSubjects() {
        score.add("a", List.of(WAR, SPORT), List.of(tagged(SPORT, 0.9)), CANDIDATES);
        assertThat(score.byCode()).isEqualTo(Map.of(SPORT, new Tally(1, 0, 0)));
    }

    private static TaggedSubject tagged(String code, double score) {
        return new TaggedSubject(code, Map.of(), score, List.of());
    }
}
