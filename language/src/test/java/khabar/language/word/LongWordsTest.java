package khabar.language.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LongWordsTest {
    /** Three letters in the middle, as in words that begin and end alike. */
    @Test
    void wordsThatDifferInTheMiddleAloneAreAllKept() {
        LongWords words = new LongWords(1 << 10);
        for (long middle = 1; middle <= 100; middle++) {
            words.put(0x0504030201L | middle << 40, WordReader.WHOLE, middle);
        }

        for (long middle = 1; middle <= 100; middle++) {
            assertThat(words.find(0x0504030201L | middle << 40, WordReader.WHOLE))
                    .isEqualTo(middle);
        }
    }

    @Test
    void aWordThatWasNotPutIsNotFound() {
        LongWords words = new LongWords(1 << 2);
        words.put(1, WordReader.WHOLE, 7);

        assertThat(words.find(2, WordReader.WHOLE)).isEqualTo(LongWords.NONE);
        assertThat(words.find(1, WordReader.WHOLE | 1)).isEqualTo(LongWords.NONE);
    }
}
