package khabar.language.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.language.subject.TaggedSubject;
import org.junit.jupiter.api.Test;

/** The arithmetic of quality. */
final class ScoreTest {
    @Test
    void aWrongSpanIsBothWrongAndMissed() {
        MentionScore score = new MentionScore();
        score.add(
                "abcdef",
                List.of(new LabelledMention(0, 2, "PLACE"), new LabelledMention(3, 5, "PERSON")),
                List.of(new LabelledMention(0, 2, "PLACE"), new LabelledMention(3, 6, "PERSON")));
        assertThat(score.total()).isEqualTo(new Tally(1, 1, 1));
        assertThat(score.total().f1()).isCloseTo(0.5, within(1e-9));
        assertThat(score.byType()).containsEntry("PERSON", new Tally(0, 1, 1));
        assertThat(score.worst(5)).isNotEmpty().allSatisfy(confusion -> {
            assertThat(confusion.times()).isEqualTo(1);
            assertThat(confusion.example()).contains("de");
        });
        assertThat(score.spans()).isEqualTo(new Tally(1, 1, 1));
    }

    @Test
    void theStrongestCandidateIsTheAnswer() {
        List<TaggedSubject> subjects = List.of(
                new TaggedSubject("medtop:20001065", Map.of(), 0.9, List.of()),
                new TaggedSubject("medtop:15000000", Map.of(), 0.8, List.of()),
                new TaggedSubject("medtop:04000000", Map.of(), 0.7, List.of()));
        assertThat(SubjectScore.strongest(subjects, List.of("medtop:04000000", "medtop:15000000")))
                .isEqualTo("medtop:15000000");
        SubjectScore score = new SubjectScore();
        Set<String> candidates = Set.of("medtop:04000000", "medtop:15000000");
        score.add("a match", List.of("medtop:15000000"), subjects, candidates);
        score.add("a market", List.of("medtop:04000000"), subjects, candidates);
        assertThat(score.accuracy()).isEqualTo(0.5);
        assertThat(score.tagged()).isEqualTo(1);
        assertThat(score.worst(1)).singleElement().satisfies(confusion -> {
            assertThat(confusion.expected()).isEqualTo("medtop:04000000");
            assertThat(confusion.found()).isEqualTo("medtop:15000000");
        });
    }

    @Test
    void nothingExpectedAndNothingFoundIsZeroAndNoError() {
        assertThat(Tally.NONE.precision()).isZero();
        assertThat(Tally.NONE.f1()).isZero();
    }
}
