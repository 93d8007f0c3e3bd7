package khabar.language.evaluate;

import java.util.List;

/**
 * How well something was found.
 *
 * @param right found and there
 * @param wrong found and not there
 * @param missed there and not found
 * @param confusions what went wrong most often, the most frequent first
 */
public record Score(long right, long wrong, long missed, List<Confusion> confusions) {
    /**
     * One kind of error.
     *
     * @param expected what was there
     * @param found what was made of it
     * @param times how often
     */
    public record Confusion(String expected, String found, long times) {}

    /** The share of what was found that is right; 1 where nothing was found. */
    public double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    /** The share of what is there that was found; 1 where nothing is there. */
    public double recall() {
        return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    /** The harmonic mean of precision and recall. */
    public double f1() {
        return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
    }
}
