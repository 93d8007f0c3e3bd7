package khabar.language.evaluate;

/**
 * How often something was right, found without reason, and missed.
 *
 * @param right found and expected
 * @param wrong found but not expected
 * @param missed expected but not found
 */
public record Tally(int right, int wrong, int missed) {
    /** Nothing yet. */
    public static final Tally NONE = new Tally(0, 0, 0);

    /** The sum of both. */
    public Tally plus(Tally other) {
        return new Tally(right + other.right, wrong + other.wrong, missed + other.missed);
    }

    /** Share of what was found that is right, from 0 to 1; 0 where nothing was found. */
    public double precision() {
        return share(right, right + wrong);
    }

    /** Share of what was expected that was found, from 0 to 1; 0 where nothing was expected. */
    public double recall() {
        return share(right, right + missed);
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
        return share(2 * right, 2 * right + wrong + missed);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
