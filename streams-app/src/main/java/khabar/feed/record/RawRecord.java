package khabar.feed.record;

import java.util.function.Supplier;

/**
 * One record as it stands in a corpus. It is read only when somebody asks: a replay that resumes skips
 * records without reading them.
 *
 * @param line first line of the record, counted from 1; 0 where the format has no lines
 * @param original the bytes of the record, or the first of them where it is too large to be held
 * @param originalBytes how many bytes the record has; -1 where that is not known
 * @param reading reads the record; never throws
 */
public record RawRecord(long line, Bytes original, long originalBytes, Supplier<Reading> reading) {

    /** A record that is refused without being read. */
    public static RawRecord refused(long line, Bytes original, long originalBytes, Reading.Refusal refusal) {
        return new RawRecord(line, original, originalBytes, () -> refusal);
    }
}
