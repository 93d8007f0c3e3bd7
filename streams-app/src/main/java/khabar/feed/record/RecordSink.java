package khabar.feed.record;

/** Takes records one after the other. */
@FunctionalInterface
public interface RecordSink {
    /** Takes a record; false asks the reader to stop. */
    boolean accept(RawRecord found);
}
