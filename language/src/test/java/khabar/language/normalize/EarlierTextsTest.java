package khabar.language.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What is kept of earlier texts for the sake of speed must not be seen in later ones. */
final class EarlierTextsTest {
    private static final String MARKED = "\u062e\u0627\u0646\u0647 \u06cc\u0650 \u0627\u0648";
    private static final String BARE = "\u062e\u0627\u0646\u0647 \u06cc \u0627\u0648";

    private final Normalizer normalizer = new Normalizer();

    @Test
    void aMarkOnAWordIsForgottenWithItsText() throws Exception {
        assertThat(inNewThread(List.of(MARKED, BARE)).get(1))
                .isEqualTo(inNewThread(List.of(BARE)).get(0));
        assertThat(inNewThread(List.of(BARE, MARKED)).get(1))
                .isEqualTo(inNewThread(List.of(MARKED)).get(0));
    }

    @Test
    void aLongTextLeavesNothingBehind() throws Exception {
        String longOne = (BARE + "\n").repeat(20_000);
        assertThat(inNewThread(List.of(longOne, BARE)).get(1))
                .isEqualTo(inNewThread(List.of(BARE)).get(0));
    }

    /** A new thread has kept nothing yet. */
    private List<String> inNewThread(List<String> texts) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(() -> texts.stream()
                            .map(text -> normalizer.normalize(text, "fa").display())
                            .toList())
                    .get();
        } finally {
            thread.shutdownNow();
        }
    }
}
