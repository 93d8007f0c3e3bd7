package khabar.language.learned;

import java.util.List;

/**
 * Platt scaling: for each label the slope and the offset that turn sums of weights into probabilities
 * that meet the frequencies of examples which were not trained on.
 */
record Calibration(double[] slopes, double[] offsets) {
    private static final int STEPS = 50;
    private static final double PRIOR = 1e-2;

    /** Sums as they are. */
    static Calibration none(int labels) {
        double[] ones = new double[labels];
        java.util.Arrays.fill(ones, 1);
        return new Calibration(ones, new double[labels]);
    }

    /**
     * The best slopes and offsets by Newton's method.
     *
     * @param sums of each example and label
     * @param truth which labels each example has
     */
    static Calibration fit(List<double[]> sums, List<boolean[]> truth) {
        int labels = sums.get(0).length;
        Calibration calibration = none(labels);
        for (int label = 0; label < labels; label++) {
            fit(sums, truth, label, calibration);
        }
        return calibration;
    }

    private static void fit(List<double[]> sums, List<boolean[]> truth, int label, Calibration found) {
        double slope = 1;
        double offset = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = {PRIOR * (1 - slope), -PRIOR * offset};
            double[] curve = {PRIOR, 0, PRIOR};
            for (int i = 0; i < sums.size(); i++) {
                double x = sums.get(i)[label];
                double p = LinearModel.logistic(slope * x + offset);
                double error = (truth.get(i)[label] ? 1 : 0) - p;
                double weight = p * (1 - p);
                gradient[0] += error * x;
                gradient[1] += error;
                curve[0] += weight * x * x;
                curve[1] += weight * x;
                curve[2] += weight;
            }
            double determinant = curve[0] * curve[2] - curve[1] * curve[1];
            slope += (curve[2] * gradient[0] - curve[1] * gradient[1]) / determinant;
            offset += (curve[0] * gradient[1] - curve[1] * gradient[0]) / determinant;
        }
        // A slope below zero would turn the model round; a label too rare to tell keeps what it has.
        if (slope > 0 && Double.isFinite(slope) && Double.isFinite(offset)) {
            found.slopes[label] = slope;
            found.offsets[label] = offset;
        }
    }
}
