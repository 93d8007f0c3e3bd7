package khabar.topology.trend;

import java.time.Duration;
import java.time.Instant;

/**
 * What the past lets expect, and how far from it a number is.
 *
 * <p>The expected value of a window is the exponentially weighted mean of the closed windows before it,
 * empty ones included, back to the first that was ever closed:
 * {@code E = Σ x(v)·a^(w-1-v) / Σ a^(w-1-v)} with {@code a = 2^(-1/halfLife)}. The score is
 * {@code (x - E) / √(E + β)}: the distance in standard deviations of a Poisson count, whose variance is
 * its mean; β keeps names that are hardly ever met from trending by one article. This is the
 * significance of SigniTrend with a Poisson variance in place of the weighted one.
 *
 * @see <a href="https://doi.org/10.1145/2623330.2623740">Schubert, Weiler, Kriegel: SigniTrend: Scalable
 *     Detection of Emerging Topics in Textual Streams by Hashed Significance Thresholds, KDD 2014</a>
 */
final class Expectation {
    /** Expected articles below this are none, so that what was long ago can be forgotten. */
    private static final double FLOOR = 0.001;

    private final double halfLife;
    private final double beta;

    Expectation(TrendOptions options) {
        halfLife = options.halfLife();
        beta = options.beta();
    }

    /** What is left of a weighted sum after so many windows in which nothing was counted. */
    double decayed(double sum, long windows) {
        double left = sum * weight(windows);
        return left * (1 - weight(1)) < FLOOR ? 0 : left;
    }

    /** The weighted mean of so many windows with the given weighted sum; 0 where there are none. */
    double mean(double sum, long windows) {
        return windows <= 0 ? 0 : sum * (1 - weight(1)) / (1 - weight(windows));
    }

    /** How far the observed number of articles is from the expected one. */
    double score(long observed, double expected) {
        return (observed - expected) / Math.sqrt(expected + beta);
    }

    /** How many windows of the given size lie between two starts. */
    static long windows(Instant from, Instant to, Duration size) {
        return Math.floorDiv(to.toEpochMilli() - from.toEpochMilli(), size.toMillis());
    }

    /** The same on every machine, so that a replay comes to the same decisions. */
    private double weight(long age) {
        return StrictMath.pow(2, -age / halfLife);
    }
}
