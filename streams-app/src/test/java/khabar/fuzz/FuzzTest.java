package khabar.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs changed by chance at every door: {@code -Dfuzz.inputs} says how many at each, {@code -Dfuzz.seed}
 * which, {@code -Dfuzz.entrances} where.
 */
final class FuzzTest {
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 3_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_125);

    @ParameterizedTest
    @MethodSource("khabar.fuzz.Entrance#chosen")
    void everyInputIsAcceptedOrRejectedAndNoneBreaksAnything(Entrance entrance) {
        Mutations mutations = new Mutations(entrance.samples(), SEED);
        try (Watched door = new Watched(entrance.open())) {
            for (byte[] sample : entrance.samples()) {
                assertThat(door.take(sample).accepted()).isPositive();
            }
            for (byte[] kept : Kept.of(entrance)) {
                take(door, kept, "kept");
            }
            for (int number = 0; number < INPUTS; number++) {
                take(door, mutations.next(), "number " + number + " of seed " + SEED);
            }
            System.out.println(entrance + ": " + door.summary());
        }
    }

    private static void take(Door door, byte[] input, String which) {
        try {
            door.take(input);
        } catch (Throwable fault) {
            throw new AssertionError(
                    "input " + which + ", in Base64: " + Base64.getEncoder().encodeToString(input), fault);
        }
    }
}
