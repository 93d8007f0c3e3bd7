package khabar.cli.watch.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import khabar.cli.watch.choice.Pane;
import org.junit.jupiter.api.Test;

final class SharesTest {
    private static final int ROUNDS = 2_000;

    @Test
    void noLineIsGivenTwiceOrToWhoDoesNotWantItAndNoneIsKeptFromWhoDoes() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Map<Pane, Integer> wanted = new EnumMap<>(Pane.class);
            for (Pane pane : Pane.values()) {
                wanted.put(pane, 1 + random.nextInt(60));
            }
            int lines = 1 + random.nextInt(80);
            Pane focus = Pane.values()[random.nextInt(Pane.values().length)];

            Map<Pane, Integer> shares = Shares.of(lines, wanted, focus);

            int given = shares.values().stream().mapToInt(Integer::intValue).sum();
            int asked = wanted.values().stream().mapToInt(Integer::intValue).sum();
            assertThat(given).as("seed %d", seed).isEqualTo(Math.min(lines, asked));
            assertThat(shares)
                    .as("seed %d", seed)
                    .allSatisfy((pane, share) -> assertThat(share).isBetween(0, wanted.getOrDefault(pane, 0)));
            assertThat(shares.get(focus)).as("seed %d", seed).isPositive();
        }
    }

    @Test
    void thePaneInFocusGetsMost() {
        Map<Pane, Integer> wanted = new EnumMap<>(Pane.class);
        for (Pane pane : Pane.values()) {
            wanted.put(pane, 100);
        }

        assertThat(Shares.of(40, wanted, Pane.ALERTS).entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey())
                .isIn(Pane.ALERTS, Pane.ENTITIES);
        assertThat(Shares.of(40, wanted, Pane.ARTICLES).get(Pane.ARTICLES)).isGreaterThan(15);
    }
}
