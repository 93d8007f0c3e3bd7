package khabar.language.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LinearTrainerTest {
    private static final LinearTrainer.Options OPTIONS = new LinearTrainer.Options(10, 10, 7);
    private static final int NOISE = 1000;

    @Test
    void whatTellsTheLabelsApartIsLearned() {
        LinearModel model = trainer(OPTIONS).train().model();
        assertThat(model.labels()).containsExactly("even", "odd");
        assertThat(model.probabilities(vector(0, 500))[0]).isGreaterThan(0.9);
        assertThat(model.probabilities(vector(1, 500))[0]).isLessThan(0.1);
        assertThat(model.weight(Hashing.of("sign0"), 0)).isPositive();
        assertThat(model.weight(Hashing.of("sign1"), 0)).isNegative();
    }

    @Test
    void theSameExamplesAndSeedGiveTheSameBytes() {
        byte[] bytes = trainer(OPTIONS).train().model().toBytes();
        assertThat(trainer(OPTIONS).train().model().toBytes()).isEqualTo(bytes);
        assertThat(trainer(new LinearTrainer.Options(10, 10, 8)).train().model().toBytes())
                .isNotEqualTo(bytes);
    }

    @Test
    void aModelSurvivesItsBytes() {
        LinearModel model = trainer(OPTIONS).train().model();
        LinearModel read = LinearModel.read(model.toBytes());
        assertThat(read.labels()).isEqualTo(model.labels());
        assertThat(read.probabilities(vector(0, 3))).containsExactly(model.probabilities(vector(0, 3)));
    }

    @Test
    void brokenBytesAreRefused() {
        byte[] bytes = trainer(OPTIONS).train().model().toBytes();
        assertThatIllegalArgumentException().isThrownBy(() -> LinearModel.read(Arrays.copyOf(bytes, bytes.length / 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> LinearModel.read(new byte[] {1, 2, 3}));
    }

    @Test
    void unseenExamplesGetProbabilitiesThatMeetTheFrequencies() {
        // One label in four is wrong on purpose: nobody can know better than 0.75.
        LinearTrainer trainer = new LinearTrainer(OPTIONS);
        List<Boolean> truth = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 2000; i++) {
            boolean even = i % 2 == 0 ^ random.nextInt(4) == 0;
            truth.add(even);
            trainer.add(vector(i % 2, random.nextInt(NOISE)), Set.of(even ? "even" : "odd"));
        }
        List<double[]> unseen = trainer.train().unseen();
        double promised = 0;
        double right = 0;
        for (int i = 0; i < unseen.size(); i++) {
            boolean saidEven = unseen.get(i)[0] > unseen.get(i)[1];
            promised += Math.max(unseen.get(i)[0], unseen.get(i)[1]);
            right += saidEven == truth.get(i) ? 1 : 0;
        }
        assertThat(right / unseen.size()).isBetween(0.55, 0.8);
        assertThat(promised / unseen.size()).isCloseTo(right / unseen.size(), within(0.05));
    }

    private static LinearTrainer trainer(LinearTrainer.Options options) {
        LinearTrainer trainer = new LinearTrainer(options);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            trainer.add(vector(i % 2, random.nextInt(NOISE)), Set.of(i % 2 == 0 ? "even" : "odd"));
        }
        return trainer;
    }

    private static SparseVector vector(int sign, int noise) {
        SparseVector vector = new SparseVector();
        vector.add(Hashing.of("sign" + sign), 1);
        vector.add(Hashing.of("noise" + noise), 1);
        vector.normalize();
        return vector;
    }
}
