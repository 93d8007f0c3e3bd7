package khabar.audit.records;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a check of every record found.
 *
 * @param records records read, of the feed and of all outputs
 * @param keys windowed keys
 * @param panes panes of these keys
 * @param followed panes of counts whose value was followed through the feed, record by record
 * @param open keys without an ON_TIME pane
 * @param flaws what is wrong
 */
public record RecordReport(long records, long keys, long panes, long followed, long open, List<Flaw> flaws) {
    public RecordReport {
        flaws = List.copyOf(flaws);
    }

    /** The same with more flaws. */
    RecordReport with(List<Flaw> more) {
        return new RecordReport(
                records,
                keys,
                panes,
                followed,
                open,
                Stream.concat(flaws.stream(), more.stream()).toList());
    }

    /** Whether every record is right. */
    public boolean ok() {
        return flaws.isEmpty();
    }
}
