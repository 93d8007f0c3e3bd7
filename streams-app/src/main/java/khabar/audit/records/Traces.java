package khabar.audit.records;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import khabar.audit.Standing;
import khabar.audit.pair.PairRules;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.NamedEntity;
import khabar.schemas.Subject;
import khabar.topics.Topic;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import org.jspecify.annotations.Nullable;

/** The {@link Trace} of every entity, subject and pair: what enriched articles change, and what panes say. */
final class Traces {
    private final List<Duration> windowSizes;
    private final PairRules pairRules;
    private final Consumer<Flaw> flaws;
    private final Map<String, Map<String, Trace>> byTopic = new HashMap<>();

    Traces(List<Duration> windowSizes, PairRules pairRules, Consumer<Flaw> flaws) {
        this.windowSizes = windowSizes;
        this.pairRules = pairRules;
        this.flaws = flaws;
    }

    /** Takes the next pane of a key. */
    void pane(String topic, String key, Amount value) {
        trace(topic, key).pane(value);
    }

    /** Takes in what changes when one enriched article follows another. */
    void change(RevisionCheck.Step step) {
        EnrichedArticle before = step.before();
        EnrichedArticle after = step.after();
        boolean summed = before != null
                && before.getPublishedAt().equals(after.getPublishedAt())
                && Objects.equals(before.getSource(), after.getSource());
        if (before != null && !summed) {
            change(step, before.getPublishedAt(), before, null);
        }
        change(step, after.getPublishedAt(), summed ? before : null, after);
    }

    /** After all records: every pane is one that can be. */
    void finish() {
        // A pair that too few articles name is not published.
        byTopic.getOrDefault(Topics.ENTITY_PAIRS.name(), Map.of()).values().removeIf(trace -> trace.panes() == 0);
        byTopic.forEach((topic, byKey) -> byKey.forEach((key, trace) -> {
            Trace.Finding finding = trace.check();
            if (finding != null) {
                flaws.accept(new Flaw(topic, key, "pane " + finding.index() + ": " + finding.detail()));
            }
        }));
    }

    /** Panes whose values were all followed, once {@link #finish} has run. */
    long followed() {
        return byTopic.values().stream()
                .flatMap(byKey -> byKey.values().stream())
                .filter(Trace::isComplete)
                .mapToLong(Trace::panes)
                .sum();
    }

    private void change(
            RevisionCheck.Step step, Instant at, @Nullable EnrichedArticle old, @Nullable EnrichedArticle fresh) {
        changes(entities(old), entities(fresh))
                .forEach((id, by) -> add(step, Topics.ENTITY_COUNTS, windows(windowSizes, at, id), by));
        changes(subjects(old), subjects(fresh))
                .forEach((code, by) -> add(step, Topics.SUBJECT_COUNTS, windows(windowSizes, at, code), by));
        changes(pairs(old), pairs(fresh))
                .forEach((pair, by) -> add(step, Topics.ENTITY_PAIRS, windows(pairRules.windowSizes(), at, pair), by));
    }

    private static Stream<WindowKey> windows(List<Duration> sizes, Instant at, String id) {
        return sizes.stream().map(size -> WindowKey.containing(at, size, id));
    }

    private void add(RevisionCheck.Step step, Topic<?> topic, Stream<WindowKey> keys, Amount by) {
        Standing because = step.won().revision();
        keys.map(key -> trace(topic.name(), key.text())).forEach(trace -> {
            if (step.again()) {
                trace.changeAnyTime(by);
            } else {
                trace.change(because.partition(), because.offset(), by);
            }
        });
    }

    private static Map<String, Amount> changes(Map<String, Amount> old, Map<String, Amount> fresh) {
        Map<String, Amount> changes = new HashMap<>(fresh);
        old.forEach((id, amount) -> changes.merge(id, Amount.NONE.minus(amount), Amount::plus));
        changes.values().removeIf(Amount.NONE::equals);
        return changes;
    }

    private static Map<String, Amount> entities(@Nullable EnrichedArticle article) {
        Map<String, Amount> amounts = new HashMap<>();
        if (article != null) {
            for (NamedEntity entity : article.getEntities()) {
                amounts.put(entity.getEntityId(), new Amount(entity.getMentions(), 1));
            }
        }
        return amounts;
    }

    private static Map<String, Amount> subjects(@Nullable EnrichedArticle article) {
        Map<String, Amount> amounts = new HashMap<>();
        if (article != null) {
            for (Subject subject : article.getSubjects()) {
                amounts.put(subject.getCode(), new Amount(subject.getEvidence().size(), 1));
            }
        }
        return amounts;
    }

    private Map<String, Amount> pairs(@Nullable EnrichedArticle article) {
        List<String> paired = article == null
                ? List.of()
                : article.getEntities().stream()
                        .limit(pairRules.entityCap())
                        .map(NamedEntity::getEntityId)
                        .sorted()
                        .toList();
        Map<String, Amount> amounts = new HashMap<>();
        for (int i = 0; i < paired.size(); i++) {
            for (String other : paired.subList(i + 1, paired.size())) {
                amounts.put(paired.get(i) + "+" + other, new Amount(1, 1));
            }
        }
        return amounts;
    }

    private Trace trace(String topic, String key) {
        return byTopic.computeIfAbsent(topic, name -> new HashMap<>()).computeIfAbsent(key, id -> new Trace());
    }
}
