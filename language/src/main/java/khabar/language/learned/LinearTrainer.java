package khabar.language.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Logistic regression of each label against the others by stochastic gradient descent with steps that
 * shrink feature by feature (AdaGrad). The same examples, options and seed give the same model, bit by
 * bit. The probabilities are fitted on examples that a model of the other examples has not seen.
 */
public final class LinearTrainer {
    private static final int FOLDS = 5;
    private static final float STEP = 0.5f;
    private static final float RIDGE = 2e-6f;

    private final Options options;
    private final List<Example> examples = new ArrayList<>();
    private final TreeSet<String> seen = new TreeSet<>();

    /**
     * How to train.
     *
     * @param bits the number of weights for each label is two to this power
     * @param epochs how often every example is used
     * @param seed decides their order
     */
    public record Options(int bits, int epochs, long seed) {}

    private record Example(SparseVector features, Set<String> labels) {}

    /**
     * What came out.
     *
     * @param model the model
     * @param unseen for each example, what a model that was trained without it says: the labels'
     *     probabilities in the order of the model
     */
    public record Trained(LinearModel model, List<double[]> unseen) {}

    /** A trainer without examples. */
    public LinearTrainer(Options options) {
        this.options = options;
    }

    /** Adds a text and its labels. */
    public void add(SparseVector features, Set<String> labels) {
        examples.add(new Example(features, Set.copyOf(labels)));
        seen.addAll(labels);
    }

    /** The number of examples. */
    public int size() {
        return examples.size();
    }

    /** The labels of all examples, in order. */
    public List<String> labels() {
        return List.copyOf(seen);
    }

    /** Trains on all examples, and on parts of them to see how good that is. */
    public Trained train() {
        List<String> labels = labels();
        List<boolean[]> truth =
                examples.stream().map(example -> truth(example, labels)).toList();
        int[] order = shuffled();
        double[][] sums = new double[examples.size()][];
        for (int fold = 0; fold < FOLDS; fold++) {
            float[] weights = weights(without(order, fold), truth, labels.size());
            for (int at = fold; at < order.length; at += FOLDS) {
                sums[order[at]] = sums(weights, examples.get(order[at]).features, labels.size());
            }
        }
        Calibration calibration = Calibration.fit(Arrays.asList(sums), truth);
        List<double[]> unseen = new ArrayList<>();
        for (double[] sum : sums) {
            double[] probabilities = new double[sum.length];
            Arrays.setAll(
                    probabilities,
                    label -> LinearModel.logistic(calibration.slopes()[label] * sum[label]
                            + calibration.offsets()[label]));
            unseen.add(probabilities);
        }
        float[] weights = weights(order, truth, labels.size());
        return new Trained(new LinearModel(labels, options.bits, weights, calibration), unseen);
    }

    private static boolean[] truth(Example example, List<String> labels) {
        boolean[] truth = new boolean[labels.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = example.labels.contains(labels.get(i));
        }
        return truth;
    }

    private int[] shuffled() {
        int[] order = new int[examples.size()];
        Arrays.setAll(order, i -> i);
        shuffle(order, new SplittableRandom(options.seed));
        return order;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private static int[] without(int[] order, int fold) {
        int[] rest = new int[order.length];
        int size = 0;
        for (int at = 0; at < order.length; at++) {
            if (at % FOLDS != fold) {
                rest[size++] = order[at];
            }
        }
        return Arrays.copyOf(rest, size);
    }

    private float[] weights(int[] among, List<boolean[]> truth, int labels) {
        float[] weights = new float[labels << options.bits];
        float[] squares = new float[weights.length];
        int[] order = among.clone();
        SplittableRandom random = new SplittableRandom(options.seed + 1);
        for (int epoch = 0; epoch < options.epochs; epoch++) {
            shuffle(order, random);
            for (int example : order) {
                step(weights, squares, examples.get(example).features, truth.get(example));
            }
        }
        return weights;
    }

    private void step(float[] weights, float[] squares, SparseVector features, boolean[] truth) {
        int labels = truth.length;
        double[] errors = sums(weights, features, labels);
        for (int label = 0; label < labels; label++) {
            errors[label] = (truth[label] ? 1 : 0) - LinearModel.logistic(errors[label]);
        }
        int mask = (1 << options.bits) - 1;
        for (int i = 0; i < features.size(); i++) {
            int base = (features.hash(i) & mask) * labels;
            for (int label = 0; label < labels; label++) {
                int at = base + label;
                float gradient = (float) errors[label] * features.value(i) - RIDGE * weights[at];
                squares[at] += gradient * gradient;
                weights[at] += STEP * gradient / (float) Math.sqrt(squares[at] + 1e-8f);
            }
        }
    }

    private double[] sums(float[] weights, SparseVector features, int labels) {
        double[] sums = new double[labels];
        int mask = (1 << options.bits) - 1;
        for (int i = 0; i < features.size(); i++) {
            int base = (features.hash(i) & mask) * labels;
            for (int label = 0; label < labels; label++) {
                sums[label] += weights[base + label] * features.value(i);
            }
        }
        return sums;
    }
}
