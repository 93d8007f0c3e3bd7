package khabar.audit.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an audit could not count again, because the rules of that day are gone.
 *
 * @param articles articles whose entities and subjects were taken from news.enriched as they stand there
 * @param earliest the earliest event time among them; null where there are none
 * @param unknown articles counted under the rules of today because nothing tells theirs
 */
public record Trust(long articles, @Nullable Instant earliest, long unknown) {
    /** Everything was counted again. */
    public static final Trust NONE = new Trust(0, null, 0);
}
