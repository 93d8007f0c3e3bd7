package khabar.cli.torture;

import java.time.Duration;
import java.util.List;

/**
 * What a round has come to.
 *
 * @param kills processes killed
 * @param restarts processes that ended by themselves and were started again
 * @param articles articles that stand
 * @param revisions records of the feed
 * @param records records checked
 * @param mismatches what is wrong
 * @param took how long it took
 */
public record RoundResult(
        int kills, int restarts, long articles, long revisions, long records, List<String> mismatches, Duration took) {
    static final RoundResult NONE = new RoundResult(0, 0, 0, 0, 0, List.of(), Duration.ZERO);

    public RoundResult {
        mismatches = List.copyOf(mismatches);
    }

    RoundResult plus(RoundResult other) {
        List<String> all = new java.util.ArrayList<>(mismatches);
        all.addAll(other.mismatches);
        return new RoundResult(
                kills + other.kills,
                restarts + other.restarts,
                articles + other.articles,
                revisions + other.revisions,
                records + other.records,
                all,
                took.plus(other.took));
    }
}
