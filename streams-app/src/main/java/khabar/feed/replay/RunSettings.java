package khabar.feed.replay;

import java.time.Clock;
import java.time.Duration;
import khabar.feed.pace.Pace;
import khabar.feed.pace.Ticker;
import khabar.topics.WireFormat;

/**
 * How one run of a replay goes.
 *
 * @param outlet where it sends to
 * @param format form of the values on the wire
 * @param pace how fast
 * @param maxArticles stops after so many articles
 * @param rounds how often the corpus is replayed
 * @param interval event time between the end of a round and the start of the next
 * @param recordMaxBytes what is larger on the wire is refused
 * @param commit when a transaction ends
 * @param clock tells when a refusal was made, and what is still to come
 * @param ticker measures and waits
 * @param progress is told how it goes
 */
public record RunSettings(
        Outlet outlet,
        WireFormat format,
        Pace pace,
        long maxArticles,
        int rounds,
        Duration interval,
        int recordMaxBytes,
        Commit commit,
        Clock clock,
        Ticker ticker,
        Progress progress) {

    /**
     * When a transaction ends: at whichever comes first.
     *
     * @param every after so long
     * @param records after so many records
     */
    public record Commit(Duration every, int records) {
        /** Readers of committed records wait half a second at most, and large transactions stay rare. */
        public static final Commit STANDARD = new Commit(Duration.ofMillis(500), 20_000);
    }
}
