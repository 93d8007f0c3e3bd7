package khabar.audit.records;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import khabar.audit.Mismatch;
import khabar.audit.pair.PairRecount;
import khabar.audit.pair.PairRules;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityPairCount;
import khabar.schemas.NamedEntity;
import khabar.topics.WindowKey;

/** The newest pane of every pair says what the articles that stand on news.enriched say. */
final class PairCheck {
    private final PairRules rules;
    private final Consumer<Flaw> flaws;
    private final Map<String, EnrichedArticle> standing = new HashMap<>();
    /** Those that left the horizon before their uri started anew: they count for ever. */
    private final Set<EnrichedArticle> left = new HashSet<>();

    private final Map<String, EntityPairCount> newest = new HashMap<>();

    PairCheck(PairRules rules, Consumer<Flaw> flaws) {
        this.rules = rules;
        this.flaws = flaws;
    }

    /** The next article that stands. */
    void stands(RevisionCheck.Step step) {
        EnrichedArticle before = standing.put(step.after().getUri(), step.after());
        if (before != null && step.before() == null) {
            left.add(before);
        }
    }

    /** The next pane of a pair. */
    void take(String key, EntityPairCount value) {
        newest.put(key, value);
    }

    /** After all records. */
    void finish() {
        PairRecount recount = new PairRecount(rules);
        standing.values().forEach(article -> add(recount, article));
        left.forEach(article -> add(recount, article));
        recount.mismatches(newest).stream()
                .sorted(Comparator.comparing(Mismatch::key))
                .filter(mismatch -> !isOfOneThatLeft(mismatch.key()))
                .forEach(mismatch -> flaws.accept(new Flaw(
                        mismatch.topic(),
                        mismatch.key(),
                        "newest pane: " + mismatch.published() + " (expected: " + mismatch.expected() + ")")));
    }

    /** Whether such an article repeats another may still change, and nobody is told. */
    private boolean isOfOneThatLeft(String key) {
        WindowKey window = WindowKey.parse(key).window();
        return left.stream()
                .anyMatch(article -> WindowKey.containing(article.getPublishedAt(), window.size(), "")
                        .equals(window));
    }

    private static void add(PairRecount recount, EnrichedArticle article) {
        Map<String, Long> mentions = article.getEntities().stream()
                .collect(Collectors.toMap(NamedEntity::getEntityId, entity -> (long) entity.getMentions()));
        recount.add(article.getPublishedAt(), mentions, article.getDuplicateOf() == null);
    }
}
