package khabar.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import khabar.audit.trend.TrendRecount;
import khabar.topics.Topics;

/** Holds recount and publication against each other, key by key. */
public final class Comparison {
    private static final List<String> TOPICS = List.of(
            Topics.ENTITY_COUNTS.name(),
            Topics.SUBJECT_COUNTS.name(),
            Topics.TOP_ENTITIES.name(),
            Topics.ENRICHED.name(),
            Topics.REJECTED.name(),
            Topics.DEAD_LETTERS);

    private final Aggregates expected;
    private final Aggregates published;
    /** What is checked in ways of its own: trends, alerts and pairs. */
    private final List<Mismatch> others;

    private final long otherKeys;

    /** Compares what the recount expects with what was published. */
    public Comparison(Recount recount, Published published) {
        this.expected = recount.aggregates();
        this.published = published.aggregates();
        TrendRecount trends = published.trends();
        this.others = new ArrayList<>(trends.mismatches(recount.options().trends(), published.partitions()));
        others.addAll(published.alerts().mismatches(recount::isUsable, trends::isTrending));
        others.addAll(recount.pairs().mismatches(published.pairs()));
        this.otherKeys =
                published.pairs().size() + trends.keys() + published.alerts().keys();
    }

    /** Every key that differs, topic by topic, in the order of the keys. */
    public List<Mismatch> mismatches() {
        List<Mismatch> mismatches = new ArrayList<>();
        for (String topic : TOPICS) {
            Map<String, String> should = expected.of(topic);
            Map<String, String> is = published.of(topic);
            TreeSet<String> keys = new TreeSet<>(should.keySet());
            keys.addAll(is.keySet());
            for (String key : keys) {
                String one = should.getOrDefault(key, Mismatch.NOTHING);
                String other = is.getOrDefault(key, Mismatch.NOTHING);
                if (!one.equals(other)) {
                    mismatches.add(new Mismatch(topic, key, one, other));
                }
            }
        }
        mismatches.addAll(others);
        return mismatches;
    }

    /** How many keys the recount expects. */
    public long keys() {
        return expected.size() + otherKeys;
    }
}
