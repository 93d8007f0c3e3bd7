package khabar.language.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BriefPairsTest {
    private static final long GREATEST = (1L << WordReader.BRIEF_BITS) - 1;

    private final BriefPairs pairs = new BriefPairs();

    @Test
    void aPairIsKnownInItsOrder() {
        pairs.put(5, GREATEST, BriefPairs.MOST);
        pairs.put(GREATEST, 6, 1);

        assertThat(pairs.find(5, GREATEST)).isEqualTo(BriefPairs.MOST);
        assertThat(pairs.find(GREATEST, 6)).isEqualTo(1);
        assertThat(pairs.find(GREATEST, 5)).isZero();
        assertThat(pairs.find(6, GREATEST)).isZero();
    }

    @Test
    void ofManyPairsEachHasItsOwnNumberOrNone() {
        long seed = 20261201;
        Random random = new Random(seed);
        Map<String, Integer> put = new HashMap<>();
        int found = 0;
        for (int i = 0; i < 200_000; i++) {
            // Some are met again and again.
            int many = random.nextBoolean() ? 30 : 300;
            long first = 1 + random.nextInt(many) * 0x1000_0000_0001L;
            long second = 1 + random.nextInt(many) * 0x10001L;
            int number = pairs.find(first, second);
            String pair = first + " " + second;
            if (number != 0) {
                found++;
                assertThat(number).as("seed %d, pair %s", seed, pair).isEqualTo(put.get(pair));
            } else {
                int next = 1 + random.nextInt(BriefPairs.MOST);
                pairs.put(first, second, next);
                put.put(pair, next);
                assertThat(pairs.find(first, second))
                        .as("seed %d, pair %s", seed, pair)
                        .isEqualTo(next);
            }
        }
        assertThat(found).isGreaterThan(80_000);
    }
}
