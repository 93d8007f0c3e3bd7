package khabar.language.evaluate;

/**
 * One kind of error.
 *
 * @param expected what was there
 * @param found what was made of it
 * @param times how often
 * @param example the first of them, in its surroundings
 */
public record Confusion(String expected, String found, long times, String example) {
    /** Stands for what was not there, or not found. */
    public static final String NOTHING = "nothing";
}
