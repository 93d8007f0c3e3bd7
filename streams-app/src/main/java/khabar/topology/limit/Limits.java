package khabar.topology.limit;

import java.util.List;
import khabar.settings.Setting;
import khabar.settings.Settings;

/**
 * What one article may have at most.
 *
 * @param fieldBytes UTF-8 bytes of the key and of each field that is no text: uri, version, language, source, url, name
 *     and value of each attribute
 * @param headers number of its headers
 * @param headerBytes bytes of their names and values together
 * @param mentions mentions that count
 * @param subjects subjects
 */
public record Limits(int fieldBytes, int headers, int headerBytes, int mentions, int subjects) {
    private static final int MILLION = 1_000_000;

    public static final Setting<Integer> FIELD_MAX_BYTES = Setting.wholeNumber(
            "field.max.bytes",
            8192,
            16,
            MILLION,
            "The most UTF-8 bytes of uri, version, language, source, url, each attribute; beyond is FIELD_TOO_LARGE.");
    public static final Setting<Integer> HEADERS_MAX_COUNT = Setting.wholeNumber(
            "headers.max.count", 64, 1, 10_000, "The most headers of an article; beyond is HEADERS_TOO_LARGE.");
    public static final Setting<Integer> HEADERS_MAX_BYTES = Setting.wholeNumber(
            "headers.max.bytes",
            16 << 10,
            16,
            MILLION,
            "The most bytes of names and values of its headers together; beyond is HEADERS_TOO_LARGE.");
    public static final Setting<Integer> ARTICLE_MAX_MENTIONS = Setting.wholeNumber(
            "article.max.mentions",
            10_000,
            1,
            MILLION,
            "The most mentions that count in one article; beyond is TOO_MANY_MENTIONS.");
    public static final Setting<Integer> ARTICLE_MAX_SUBJECTS = Setting.wholeNumber(
            "article.max.subjects", 200, 1, 10_000, "The most subjects of one article; beyond is TOO_MANY_SUBJECTS.");

    /** Every option of it. */
    public static final List<Setting<?>> ALL =
            List.of(FIELD_MAX_BYTES, HEADERS_MAX_COUNT, HEADERS_MAX_BYTES, ARTICLE_MAX_MENTIONS, ARTICLE_MAX_SUBJECTS);

    /** The limits as they are set. */
    public static Limits from(Settings settings) {
        return new Limits(
                settings.get(FIELD_MAX_BYTES),
                settings.get(HEADERS_MAX_COUNT),
                settings.get(HEADERS_MAX_BYTES),
                settings.get(ARTICLE_MAX_MENTIONS),
                settings.get(ARTICLE_MAX_SUBJECTS));
    }
}
