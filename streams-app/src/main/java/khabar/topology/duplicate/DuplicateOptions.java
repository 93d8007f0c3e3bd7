package khabar.topology.duplicate;

import java.time.Duration;
import java.util.List;
import khabar.language.sketch.Likeness;
import khabar.language.sketch.Sketch;
import khabar.language.sketch.Sketcher;
import khabar.settings.Setting;
import khabar.settings.SettingException;
import khabar.settings.Settings;

/**
 * What can be chosen about near-duplicates.
 *
 * @param shingleWords words of a shingle
 * @param fewestShingles the fewest shingles of an article that is compared
 * @param likeness when two sketches are alike
 * @param window how far apart in event time an article and its original may be
 */
public record DuplicateOptions(int shingleWords, int fewestShingles, Likeness likeness, Duration window) {
    private static final int MOST_ROWS = 8;

    public static final Setting<Double> SIMILARITY = Setting.number(
            "duplicates.similarity",
            0.6,
            0,
            1,
            "The least Jaccard index, estimated from sketches, of an article and the one that it repeats.");
    public static final Setting<Duration> WINDOW = Setting.duration(
            "duplicates.window", "72h", "How far apart in event time an article and the one that it repeats may be.");
    public static final Setting<Integer> SHINGLE_WORDS = Setting.wholeNumber(
            "duplicates.shingle.words", 1, 1, 5, "Words of a shingle; more are stricter about the order of the words.");
    public static final Setting<Integer> MIN_SHINGLES = Setting.wholeNumber(
            "duplicates.min.shingles", 16, 1, 1000, "The fewest shingles of an article that is compared with others.");
    public static final Setting<Integer> BANDS = Setting.wholeNumber(
            "duplicates.bands",
            16,
            1,
            Sketch.COMPONENTS,
            "Bands of a sketch; two articles that share none are not compared. More find more and cost more.");
    public static final Setting<Integer> ROWS = Setting.wholeNumber(
            "duplicates.rows",
            4,
            1,
            MOST_ROWS,
            "Components of a band; more compare fewer pairs. Bands times rows are at most " + Sketch.COMPONENTS + ".");

    /** Every option of near-duplicates. */
    public static final List<Setting<?>> ALL = List.of(SIMILARITY, WINDOW, SHINGLE_WORDS, MIN_SHINGLES, BANDS, ROWS);

    /** The options as they are set. */
    public static DuplicateOptions from(Settings settings) {
        int bands = settings.get(BANDS);
        int rows = settings.get(ROWS);
        if (bands * rows > Sketch.COMPONENTS) {
            throw new SettingException(
                    BANDS.name(),
                    Integer.toString(bands),
                    "at most " + Sketch.COMPONENTS + " together with " + ROWS.name() + ", which is " + rows);
        }
        return new DuplicateOptions(
                settings.get(SHINGLE_WORDS),
                settings.get(MIN_SHINGLES),
                new Likeness(bands, rows, settings.get(SIMILARITY)),
                settings.get(WINDOW));
    }

    /** Makes the sketches. */
    public Sketcher sketcher() {
        return new Sketcher(shingleWords, fewestShingles);
    }
}
