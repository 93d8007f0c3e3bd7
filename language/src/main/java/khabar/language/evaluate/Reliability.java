package khabar.language.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * How far scores can be read as probabilities: of the answers with scores between 0.6 and 0.7, about 65 in
 * a hundred should be right. Not safe for many threads.
 */
public final class Reliability {
    private static final int BINS = 10;

    private final long[] answers = new long[BINS];
    private final long[] right = new long[BINS];
    private final double[] sums = new double[BINS];

    /**
     * The answers with scores of one range.
     *
     * @param from lowest score
     * @param to highest score
     * @param answers how many
     * @param meanScore mean of their scores
     * @param right share of them that is right
     */
    public record Bin(double from, double to, long answers, double meanScore, double right) {}

    /** Adds an answer. */
    public void add(double score, boolean isRight) {
        int bin = Math.min(BINS - 1, (int) (score * BINS));
        answers[bin]++;
        sums[bin] += score;
        right[bin] += isRight ? 1 : 0;
    }

    /** The ranges in which there are answers, lowest first. */
    public List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            if (answers[i] > 0) {
                bins.add(new Bin(
                        (double) i / BINS,
                        (i + 1.0) / BINS,
                        answers[i],
                        sums[i] / answers[i],
                        (double) right[i] / answers[i]));
            }
        }
        return bins;
    }

    /** The mean distance between score and share of right answers, range by range: 0 is perfect. */
    public double expectedError() {
        long all = 0;
        double error = 0;
        for (Bin bin : bins()) {
            all += bin.answers;
            error += bin.answers * Math.abs(bin.meanScore - bin.right);
        }
        return all == 0 ? 0 : error / all;
    }
}
