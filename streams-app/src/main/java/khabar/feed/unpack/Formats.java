package khabar.feed.unpack;

import java.io.IOException;
import java.util.Optional;
import khabar.feed.format.RecordReader;

/** Tells what can read a stream. */
@FunctionalInterface
public interface Formats {
    /**
     * The reader for a stream; empty where nothing is known that reads it.
     *
     * @param label the path below what was named, or the name of the entry in its archive
     * @param head the first bytes, unpacked
     */
    Optional<RecordReader> readerFor(String label, byte[] head) throws IOException;
}
