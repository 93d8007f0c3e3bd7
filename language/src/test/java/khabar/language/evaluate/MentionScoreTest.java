package khabar.language.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MentionScoreTest {
    private static final String TEXT = "Ada Lovelace met Charles Babbage in London.";
    private static final LabelledMention ADA = new LabelledMention(0, 12, "PERSON");
    private static final LabelledMention CHARLES = new LabelledMention(17, 32, "PERSON");
    private static final LabelledMention BABBAGE = new LabelledMention(25, 32, "PERSON");
    private static final LabelledMention LONDON = new LabelledMention(36, 42, "PLACE");
    private static final LabelledMention LONDON_CLUB = new LabelledMention(36, 42, "ORGANISATION");

    private final MentionScore score = new MentionScore();

    @Test
    void aMentionIsRightOnlyWithItsExactSpanAndType() {
        score.add(TEXT, List.of(ADA, CHARLES, LONDON), List.of(ADA, BABBAGE, LONDON_CLUB));
        assertThat(score.byType())
                .isEqualTo(Map.of(
                        "PERSON", new Tally(1, 1, 1),
                        "PLACE", new Tally(0, 0, 1),
                        "ORGANISATION", new Tally(0, 1, 0)));
        assertThat(score.total()).isEqualTo(new Tally(1, 2, 2));
        assertThat(score.total().f1()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void aSpanIsRightWhateverItsType() {
        score.add(TEXT, List.of(ADA, CHARLES, LONDON), List.of(ADA, BABBAGE, LONDON_CLUB));
        assertThat(score.spans()).isEqualTo(new Tally(2, 1, 1));
    }

    @Test
    void theSameMentionTwiceInOneTextCountsOnceAndInTwoTextsTwice() {
        score.add(TEXT, List.of(ADA, ADA), List.of(ADA, ADA, ADA));
        assertThat(score.total()).isEqualTo(new Tally(1, 0, 0));
        score.add(TEXT, List.of(ADA), List.of(ADA));
        assertThat(score.total()).isEqualTo(new Tally(2, 0, 0));
    }

    @Test
    void aConfusionNamesBothMentionsThatMeetAndShowsTheFirstPlace() {
        score.add(TEXT, List.of(CHARLES, LONDON), List.of(BABBAGE));
        score.add("In London", List.of(new LabelledMention(3, 9, "PLACE")), List.of());
        assertThat(score.worst(2))
                .containsExactly(
                        new Confusion(
                                "PLACE London",
                                "nothing",
                                2,
                                "Ada Lovelace met Charles Babbage in [London].".replace("Ada Lo", "\u2026")),
                        new Confusion(
                                "PERSON Charles Babbage",
                                "PERSON Babbage",
                                1,
                                "Ada Lovelace met [Charles Babbage] in London."));
    }

    @Test
    void nothingExpectedAndNothingFoundIsNoError() {
        score.add(TEXT, List.of(), List.of());
        assertThat(score.total()).isEqualTo(Tally.NONE);
        assertThat(score.worst(5)).isEmpty();
    }
}
