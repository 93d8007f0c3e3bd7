package khabar.feed;

import java.util.List;
import khabar.feed.unpack.ReadLimits;
import khabar.settings.Setting;
import khabar.settings.Settings;

/** The options of everything that reads a corpus. */
public final class FeedSettings {
    private static final int LARGEST_ARTICLE = 64 << 20;

    public static final Setting<Integer> ARTICLE_MAX_BYTES = Setting.wholeNumber(
            "article.max.bytes",
            1 << 20,
            1024,
            LARGEST_ARTICLE,
            "Articles with more bytes are refused as TOO_LARGE. Above 1 MiB the brokers and topics must allow it too.");

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

    /** All of them. */
    public static final List<Setting<?>> ALL = List.of(ARTICLE_MAX_BYTES, ARCHIVE_MAX_RATIO, ARCHIVE_MAX_GIGABYTES);

    private FeedSettings() {}

    /** The limits that the settings say. */
    public static ReadLimits limits(Settings settings) {
        return new ReadLimits(
                settings.get(ARTICLE_MAX_BYTES),
                settings.get(ARCHIVE_MAX_RATIO),
                (long) settings.get(ARCHIVE_MAX_GIGABYTES) << 30);
    }
}
