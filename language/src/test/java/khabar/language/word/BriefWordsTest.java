package khabar.language.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BriefWordsTest {
    private static final int MOST = (1 << BriefWords.BITS) - 1;

    private final BriefWords words = new BriefWords();

    @Test
    void aWordThatWasNotPutHasNoNumber() {
        words.put(1, 7);

        assertThat(words.find(2)).isZero();
        assertThat(words.find(1L << WordReader.BRIEF_BITS - 1)).isZero();
    }

    @Test
    void everyNumberIsKeptWhole() {
        words.put(5, MOST);
        words.put((1L << WordReader.BRIEF_BITS) - 1, 1);

        assertThat(words.find(5)).isEqualTo(MOST);
        assertThat(words.find((1L << WordReader.BRIEF_BITS) - 1)).isEqualTo(1);
    }

    @Test
    void ofManyWordsEachHasItsOwnNumberOrNone() {
        long seed = 20261130;
        Random random = new Random(seed);
        Map<Long, Integer> put = new HashMap<>();
        int found = 0;
        for (int i = 0; i < 300_000; i++) {
            // Some are met again and again.
            long word = 1 + (random.nextBoolean() ? random.nextInt(1000) : random.nextInt(1 << 20)) * 0x10001L;
            int number = words.find(word);
            if (number != 0) {
                found++;
                assertThat(number).as("seed %d, word %d", seed, word).isEqualTo(put.get(word));
            } else {
                int next = 1 + random.nextInt(MOST);
                words.put(word, next);
                put.put(word, next);
                assertThat(words.find(word)).as("seed %d, word %d", seed, word).isEqualTo(next);
            }
        }
        assertThat(found).isGreaterThan(140_000);
    }

    @Test
    void afterClearingNothingIsKnown() {
        words.put(5, 6);

        words.clear();

        assertThat(words.find(5)).isZero();
    }
}
