package khabar.feed.format;

import java.io.IOException;
import khabar.feed.record.RecordSink;
import khabar.feed.record.Source;

/** Reads the records of one format. */
@FunctionalInterface
public interface RecordReader {
    /** Hands every record to the sink until it says stop; false when it did. */
    boolean read(Source source, RecordSink sink) throws IOException;
}
