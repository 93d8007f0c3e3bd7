package khabar.language.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class WordBitsTest {
    @Test
    void eachWordHasItsBitsAndOthersHaveNone() {
        Random random = new Random(1);
        Map<Integer, Integer> bitsOf = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            bitsOf.put(random.nextInt(10_000), 1 + random.nextInt(100));
        }
        WordBits bits = new WordBits(bitsOf);

        for (int word = -1; word < 10_000; word++) {
            assertThat(bits.of(word)).as("word %s", word).isEqualTo(bitsOf.getOrDefault(word, 0));
        }
    }

    @Test
    void ofNoWordsNoneHasBits() {
        WordBits bits = new WordBits(Map.of());

        assertThat(bits.of(0)).isZero();
        assertThat(bits.of(-1)).isZero();
    }
}
