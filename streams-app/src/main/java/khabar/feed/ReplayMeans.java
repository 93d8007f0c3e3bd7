package khabar.feed;

import java.io.InputStream;
import java.time.Clock;
import khabar.feed.pace.Ticker;
import khabar.feed.replay.Progress;
import khabar.topics.SingleObjectFormat;
import khabar.topics.WireFormat;

/**
 * What a replay takes from the world around it.
 *
 * @param clock the present
 * @param ticker measures and waits
 * @param standardInput what the path - stands for
 * @param format form of the values on the wire
 * @param progress is told how it goes
 */
public record ReplayMeans(Clock clock, Ticker ticker, InputStream standardInput, WireFormat format, Progress progress) {

    /** Those of this machine, with Avro single-object encoding. */
    public static ReplayMeans system(Progress progress) {
        return new ReplayMeans(
                Clock.systemUTC(), Ticker.system(), System.in, SingleObjectFormat.compiledIn(), progress);
    }
}
