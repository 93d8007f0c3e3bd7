package khabar.feed.unpack;

import khabar.feed.record.RawRecord;
import khabar.schemas.CorpusPosition;
import org.jspecify.annotations.Nullable;

/**
 * A record and where it stands.
 *
 * @param file the file as it was named to the replay
 * @param entry the entry within an archive; null outside of one
 * @param raw the record
 */
public record PlacedRecord(String file, @Nullable String entry, RawRecord raw) {

    /** Where it stands, for people. */
    public CorpusPosition position() {
        return new CorpusPosition(file, entry, raw.line() > 0 ? raw.line() : null);
    }
}
