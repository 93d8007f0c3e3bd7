package khabar.feed.date;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Time zones as dates name them: offsets, RFC 822 letters and a few words. */
final class Zones {
    static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private static final Pattern OFFSET = Pattern.compile("(?:utc|gmt)?([+-])(\\d{1,2}):?(\\d{2})?");
    private static final Map<String, ZoneOffset> NAMED = Map.ofEntries(
            Map.entry("z", ZoneOffset.UTC),
            Map.entry("ut", ZoneOffset.UTC),
            Map.entry("utc", ZoneOffset.UTC),
            Map.entry("gmt", ZoneOffset.UTC),
            Map.entry("est", ZoneOffset.ofHours(-5)),
            Map.entry("edt", ZoneOffset.ofHours(-4)),
            Map.entry("cst", ZoneOffset.ofHours(-6)),
            Map.entry("cdt", ZoneOffset.ofHours(-5)),
            Map.entry("mst", ZoneOffset.ofHours(-7)),
            Map.entry("mdt", ZoneOffset.ofHours(-6)),
            Map.entry("pst", ZoneOffset.ofHours(-8)),
            Map.entry("pdt", ZoneOffset.ofHours(-7)),
            Map.entry("cet", ZoneOffset.ofHours(1)),
            Map.entry("cest", ZoneOffset.ofHours(2)),
            Map.entry("bst", ZoneOffset.ofHours(1)),
            Map.entry("irst", ZoneOffset.ofHoursMinutes(3, 30)),
            Map.entry("irdt", ZoneOffset.ofHoursMinutes(4, 30)));

    private Zones() {}

    /** The zone of that name in folded form, or null. */
    static @Nullable ZoneId of(String folded) {
        ZoneId named = NAMED.get(folded);
        if (named != null) {
            return named;
        }
        Matcher offset = OFFSET.matcher(folded);
        return offset.matches() ? offset(offset) : null;
    }

    private static @Nullable ZoneId offset(Matcher parts) {
        int hours = Integer.parseInt(parts.group(2));
        int minutes = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        int sign = "-".equals(parts.group(1)) ? -1 : 1;
        try {
            return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        } catch (DateTimeException outOfRange) {
            return null;
        }
    }
}
