package khabar.feed;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import khabar.feed.replay.Position;
import khabar.feed.show.Counted;

/**
 * What a replay did.
 *
 * @param name identity of the replay
 * @param files number of files in the corpus
 * @param position how far it has come, with all counts, earlier runs included: accepted + rejected = read
 * @param articles articles sent in this run
 * @param bytes bytes of the corpus read in this run
 * @param elapsed time that this run took
 * @param askedPace the pace asked for
 * @param achievedPace the pace reached
 * @param resumed whether it went on where an earlier run had come to
 * @param stopped whether it was told to stop
 */
public record ReplaySummary(
        String name,
        int files,
        Position position,
        long articles,
        long bytes,
        Duration elapsed,
        String askedPace,
        String achievedPace,
        boolean resumed,
        boolean stopped) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Records that were refused. */
    public long rejected() {
        return position.read() - position.accepted();
    }

    /** Whether every record of every round is done. */
    public boolean finished() {
        return position.done();
    }

    /** One JSON object. */
    public String json() {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", "summary").put("name", name).put("files", files);
        node.put("read", position.read()).put("accepted", position.accepted()).put("rejected", rejected());
        ObjectNode reasons = node.putObject("reasons");
        position.rejected().forEach((reason, count) -> reasons.put(reason.name(), count));
        node.put("articlesInThisRun", articles).put("bytes", bytes).put("rounds", position.round());
        node.put(
                "firstPublishedAt",
                position.first() == null ? null : position.first().toString());
        node.put(
                "lastPublishedAt",
                position.last() == null ? null : position.last().toString());
        node.put("seconds", elapsed.toMillis() / 1e3)
                .put("articlesPerSecond", Math.round(articlesPerSecond() * 10) / 10.0);
        node.put("askedPace", askedPace).put("achievedPace", achievedPace);
        return node.put("finished", finished())
                .put("stopped", stopped)
                .put("resumed", resumed)
                .toString();
    }

    /** A few words for people. */
    public String text() {
        String reasons = rejected() == 0 ? "" : " " + position.rejected();
        return String.format(
                Locale.ROOT,
                "%s: %,d read = %,d accepted + %,d rejected%s from %s; this run %s in %.1f s, %s (asked: %s)",
                name,
                position.read(),
                position.accepted(),
                rejected(),
                reasons,
                Counted.of(files, "file"),
                Counted.of(articles, "article"),
                elapsed.toMillis() / 1e3,
                achievedPace,
                askedPace);
    }

    private double articlesPerSecond() {
        return articles / (Math.max(elapsed.toNanos(), 1) / 1e9);
    }
}
