package khabar.feed;

import java.util.List;
import khabar.feed.unpack.ReadLimits;
import khabar.settings.Setting;
import khabar.settings.Settings;

/** The options of everything that reads a corpus. */
public final class FeedSettings {
    /**
     * Bounds what is held in memory and sent: a whole record with its names, markup and headers, where {@code
     * article.max.bytes} of the topology bounds the text in it. So this is the greater of the two.
     */
    public static final Setting<Integer> RECORD_MAX_BYTES = Setting.wholeNumber(
            "record.max.bytes",
            2 << 20,
            1,
            16 << 20,
            "Records of a corpus with more bytes, as they are stored or as they are sent, are refused as TOO_LARGE.");

    public static final Setting<Integer> RECORD_MAX_DEPTH = Setting.wholeNumber(
            "record.max.depth",
            100,
            4,
            1_000,
            "Records whose objects, lists or elements are nested deeper are refused as TOO_DEEP.");

    public static final Setting<Integer> ARCHIVE_MAX_RATIO = Setting.wholeNumber(
            "archive.max.ratio",
            200,
            2,
            1_000_000,
            "A compressed file that grows more than so many times is refused from there on, as RATIO_TOO_HIGH.");

    public static final Setting<Integer> ARCHIVE_MAX_GIGABYTES = Setting.wholeNumber(
            "archive.max.gigabytes",
            64,
            1,
            1_000_000,
            "A compressed file that grows beyond so many gigabytes is refused from there on, as TOO_LARGE.");

    /** Every option of it. */
    public static final List<Setting<?>> ALL =
            List.of(RECORD_MAX_BYTES, RECORD_MAX_DEPTH, ARCHIVE_MAX_RATIO, ARCHIVE_MAX_GIGABYTES);

    private FeedSettings() {}

    /** The limits that the settings say. */
    public static ReadLimits limits(Settings settings) {
        return new ReadLimits(
                settings.get(RECORD_MAX_BYTES),
                settings.get(RECORD_MAX_DEPTH),
                settings.get(ARCHIVE_MAX_RATIO),
                (long) settings.get(ARCHIVE_MAX_GIGABYTES) << 30);
    }
}
