package khabar.topology.trend;

import java.util.List;
import khabar.settings.Setting;
import khabar.settings.SettingException;
import khabar.settings.Settings;

/**
 * What makes a trend.
 *
 * @param halfLife after how many windows what was counted in one weighs half
 * @param beta what is added to the expected value before the distance is divided by its root
 * @param enterArticles the fewest articles of a window that begins a trend
 * @param enterSources the fewest sources of these articles
 * @param enterScore the least score that begins a trend
 * @param leaveScore a score below this ends it
 */
public record TrendOptions(
        double halfLife, double beta, int enterArticles, int enterSources, double enterScore, double leaveScore) {

    public static final Setting<Double> HALF_LIFE = Setting.number(
            "trend.half.life",
            24,
            0.1,
            10_000,
            "After how many closed windows what was counted in one weighs half in what is expected.");
    public static final Setting<Double> BETA = Setting.number(
            "trend.beta",
            1,
            0.01,
            1_000,
            "Added to the expected articles before the distance is divided by their root; greater quietens rare names.");
    public static final Setting<Integer> ENTER_ARTICLES = Setting.wholeNumber(
            "trend.enter.articles", 3, 1, 1_000_000, "The fewest articles in a window that begins a trend.");
    public static final Setting<Integer> ENTER_SOURCES = Setting.wholeNumber(
            "trend.enter.sources", 2, 1, 1_000, "The fewest different sources in a window that begins a trend.");
    public static final Setting<Double> ENTER_SCORE =
            Setting.number("trend.enter.score", 3, 0, 1_000_000, "The least score that begins a trend.");
    public static final Setting<Double> LEAVE_SCORE =
            Setting.number("trend.leave.score", 1.5, 0, 1_000_000, "A trend ends when its score falls below this.");

    /** Every option of trends. */
    public static final List<Setting<?>> ALL =
            List.of(HALF_LIFE, BETA, ENTER_ARTICLES, ENTER_SOURCES, ENTER_SCORE, LEAVE_SCORE);

    /** Checks what one option alone cannot say. */
    public TrendOptions {
        if (leaveScore > enterScore) {
            throw new SettingException(
                    LEAVE_SCORE.name(),
                    Double.toString(leaveScore),
                    "at most " + ENTER_SCORE.name() + ", which is " + enterScore);
        }
    }

    /** The options as they are set. */
    public static TrendOptions from(Settings settings) {
        return new TrendOptions(
                settings.get(HALF_LIFE),
                settings.get(BETA),
                settings.get(ENTER_ARTICLES),
                settings.get(ENTER_SOURCES),
                settings.get(ENTER_SCORE),
                settings.get(LEAVE_SCORE));
    }
}
