package khabar.topology;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import khabar.settings.Setting;
import khabar.settings.SettingException;
import khabar.settings.Settings;
import khabar.topology.count.CountByWindow;
import khabar.topology.duplicate.DuplicateOptions;
import khabar.topology.limit.Limits;
import khabar.topology.pair.PairOptions;
import khabar.topology.trend.TrendOptions;

/**
 * What can be chosen about the topology.
 *
 * @param windowSizes lengths of the tumbling windows
 * @param lateness how long after its end a window of each size waits for late articles, in event time
 * @param idleClose how long the feed is silent, on the wall clock, before its last windows close
 * @param horizon how far back in event time corrections are taken
 * @param futureSkew how far ahead of its arrival an article may be dated
 * @param maxArticleBytes the most UTF-8 bytes that headline, lead and body may have together
 * @param paneInterval the least wall-clock time between two panes of one key
 * @param closingPortion how many ON_TIME panes go out at once where a single window is due
 * @param limits what one article may have besides its text
 * @param topEntities the most rows of top entities
 * @param duplicates when an article repeats another
 * @param trends what makes a trend
 * @param pairs which pairs of entities are counted
 * @param feedPartitions how many partitions news.articles has
 */
public record TopologyOptions(
        List<Duration> windowSizes,
        Lateness lateness,
        Duration idleClose,
        Duration horizon,
        Duration futureSkew,
        int maxArticleBytes,
        Duration paneInterval,
        int closingPortion,
        Limits limits,
        int topEntities,
        DuplicateOptions duplicates,
        TrendOptions trends,
        PairOptions pairs,
        int feedPartitions) {

    /** Checks what one option alone cannot say. */
    public TopologyOptions {
        windowSizes = windowSizes.stream().distinct().sorted().toList();
        if (lateness.greatest().compareTo(horizon) > 0) {
            throw new SettingException(
                    LATENESS.name(),
                    lateness.greatest().toString(),
                    "at most " + HORIZON.name() + ", which is " + horizon);
        }
    }

    public static final Setting<List<Duration>> WINDOW_SIZES =
            Setting.durations("window.sizes", "PT1M,PT1H,P1D", "Lengths of the tumbling windows, aligned to UTC.");
    public static final Setting<Lateness> LATENESS = Lateness.SETTING;
    public static final Setting<Duration> IDLE_CLOSE = Setting.duration(
            "idle.close", "30s", "How long the feed is silent, on the wall clock, before its last windows close.");
    public static final Setting<Duration> HORIZON = Setting.duration(
            "correction.horizon",
            "30d",
            "How far behind the newest article of its partition an article may be, in event time; older is TOO_LATE.");
    public static final Setting<Duration> FUTURE_SKEW = Setting.duration(
            "future.skew", "5m", "How far ahead of its arrival an article may be dated; beyond is FUTURE_DATE.");
    public static final Setting<Integer> MAX_ARTICLE_BYTES = Setting.wholeNumber(
            "article.max.bytes",
            1 << 20,
            1,
            4 << 20,
            "The most UTF-8 bytes of headline, lead and body together; beyond is TOO_LARGE.");
    public static final Setting<Duration> PANE_INTERVAL = Setting.duration(
            "pane.interval", "100ms", "The least wall-clock time between two panes of one key and window.");
    public static final Setting<Integer> CLOSING_PORTION = Setting.wholeNumber(
            "closing.portion",
            300,
            1,
            CountByWindow.MOST_AT_ONCE,
            "The most ON_TIME panes in a pane interval while a single window is due; more hold up what is new.");
    public static final Setting<Integer> TOP_ENTITIES =
            Setting.wholeNumber("top.entities", 50, 1, 1000, "The most rows of top entities for a window.");

    /** Every option of the topology. */
    public static final List<Setting<?>> ALL = Stream.of(
                    List.<Setting<?>>of(
                            WINDOW_SIZES,
                            LATENESS,
                            IDLE_CLOSE,
                            HORIZON,
                            FUTURE_SKEW,
                            MAX_ARTICLE_BYTES,
                            PANE_INTERVAL,
                            CLOSING_PORTION,
                            TOP_ENTITIES),
                    Limits.ALL,
                    DuplicateOptions.ALL,
                    TrendOptions.ALL,
                    PairOptions.ALL)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    /** The options as they are set, for a feed with the given number of partitions. */
    public static TopologyOptions from(Settings settings, int feedPartitions) {
        return new TopologyOptions(
                settings.get(WINDOW_SIZES),
                settings.get(LATENESS),
                settings.get(IDLE_CLOSE),
                settings.get(HORIZON),
                settings.get(FUTURE_SKEW),
                settings.get(MAX_ARTICLE_BYTES),
                settings.get(PANE_INTERVAL),
                settings.get(CLOSING_PORTION),
                Limits.from(settings),
                settings.get(TOP_ENTITIES),
                DuplicateOptions.from(settings),
                TrendOptions.from(settings),
                PairOptions.from(settings),
                feedPartitions);
    }
}
