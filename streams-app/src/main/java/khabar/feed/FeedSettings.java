package khabar.feed;

import java.util.List;
import khabar.feed.unpack.ReadLimits;
import khabar.settings.Setting;
import khabar.settings.Settings;

/** The options of everything that reads a corpus. */
public final class FeedSettings {
    /**
     * The same option by which the topology measures texts: here it bounds a whole record, so that what is
     * certain to be refused is never held in memory or sent.
     */
    public static final Setting<Integer> ARTICLE_MAX_BYTES = Setting.wholeNumber(
            "article.max.bytes", 1 << 20, 1, 4 << 20, "Records of a corpus with more bytes are refused as TOO_LARGE.");

    public static final Setting<Integer> ARCHIVE_MAX_RATIO = Setting.wholeNumber(
            "archive.max.ratio",
            200,
            2,
            1_000_000,
            "A compressed file that grows more than so many times is refused from there on.");

    public static final Setting<Integer> ARCHIVE_MAX_GIGABYTES = Setting.wholeNumber(
            "archive.max.gigabytes",
            64,
            1,
            1_000_000,
            "A compressed file that grows beyond so many gigabytes is refused from there on.");

    /** Those that nobody else declares. */
    public static final List<Setting<?>> ALL = List.of(ARCHIVE_MAX_RATIO, ARCHIVE_MAX_GIGABYTES);

    private FeedSettings() {}

    /** The limits that the settings say. */
    public static ReadLimits limits(Settings settings) {
        return new ReadLimits(
                settings.get(ARTICLE_MAX_BYTES),
                settings.get(ARCHIVE_MAX_RATIO),
                (long) settings.get(ARCHIVE_MAX_GIGABYTES) << 30);
    }
}
