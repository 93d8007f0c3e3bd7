package khabar.topology.pair;

import java.time.Duration;
import java.util.List;
import khabar.settings.Setting;
import khabar.settings.Settings;

/**
 * What can be chosen about pairs.
 *
 * @param windowSizes lengths of the windows that pairs are counted in
 * @param entityCap how many entities of an article are paired with each other
 * @param leastArticles how many articles must name both before a pair is published
 */
public record PairOptions(List<Duration> windowSizes, int entityCap, int leastArticles) {
    public static final Setting<List<Duration>> WINDOW_SIZES = Setting.durations(
            "pairs.window.sizes",
            "PT1H,P1D",
            "Lengths of the windows in which pairs are counted; a minute holds too few articles to relate anything.");
    public static final Setting<Integer> ENTITY_CAP = Setting.wholeNumber(
            "pairs.entity.cap",
            10,
            2,
            100,
            "How many entities of an article are paired, the most mentioned first; pairs grow with its square.");
    public static final Setting<Integer> LEAST_ARTICLES = Setting.wholeNumber(
            "pairs.least.articles",
            2,
            1,
            1000,
            "A pair is published from so many articles on; most are named together once and never again.");

    /** Every option of pairs. */
    public static final List<Setting<?>> ALL = List.of(WINDOW_SIZES, ENTITY_CAP, LEAST_ARTICLES);

    /** Orders the sizes. */
    public PairOptions {
        windowSizes = windowSizes.stream().distinct().sorted().toList();
    }

    /** The options as they are set. */
    public static PairOptions from(Settings settings) {
        return new PairOptions(settings.get(WINDOW_SIZES), settings.get(ENTITY_CAP), settings.get(LEAST_ARTICLES));
    }
}
