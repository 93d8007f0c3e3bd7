package khabar.language.evaluate;

/**
 * How often something was right, found without reason, and missed.
 *
 * @param right found and expected
 * @param wrong found but not expected
 * @param missed expected but not found
 */
public record Tally(long right, long wrong, long missed) {
    /** Nothing yet. */
    public static final Tally NONE = new Tally(0, 0, 0);
    /** Found and expected, once. */
    static final Tally RIGHT = new Tally(1, 0, 0);
    /** Found but not expected, once. */
    static final Tally WRONG = new Tally(0, 1, 0);
    /** Expected but not found, once. */
    static final Tally MISSED = new Tally(0, 0, 1);

    /** The sum of both. */
    public Tally plus(Tally other) {
        return new Tally(right + other.right, wrong + other.wrong, missed + other.missed);
    }

    /** How many were expected. */
    public long expected() {
        return right + missed;
    }

    /** How many were found. */
    public long found() {
        return right + wrong;
    }

    /** Share of what was found that is right, from 0 to 1; 0 where nothing was found. */
    public double precision() {
        return share(right, found());
    }

    /** Share of what was expected that was found, from 0 to 1; 0 where nothing was expected. */
    public double recall() {
        return share(right, expected());
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
        return share(2 * right, found() + expected());
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
