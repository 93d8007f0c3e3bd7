package khabar.audit.records;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import khabar.audit.Standing;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.NamedEntity;
import khabar.schemas.Subject;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import org.jspecify.annotations.Nullable;

/** The {@link Trace} of every entity and subject count: what enriched articles change, and what panes say. */
final class Traces {
    private final List<Duration> windowSizes;
    private final Consumer<Flaw> flaws;
    private final Map<String, Map<String, Trace>> byTopic = new HashMap<>();

    Traces(List<Duration> windowSizes, Consumer<Flaw> flaws) {
        this.windowSizes = windowSizes;
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
        Standing because = step.won().revision();
        changes(entities(old), entities(fresh)).forEach((id, by) -> {
            for (Duration size : windowSizes) {
                add(Topics.ENTITY_COUNTS.name(), WindowKey.containing(at, size, id), by, step.again(), because);
            }
        });
        changes(subjects(old), subjects(fresh)).forEach((code, by) -> {
            for (Duration size : windowSizes) {
                add(Topics.SUBJECT_COUNTS.name(), WindowKey.containing(at, size, code), by, step.again(), because);
            }
        });
    }

    private void add(String topic, WindowKey key, Amount by, boolean anyTime, Standing because) {
        if (anyTime) {
            trace(topic, key.text()).changeAnyTime(by);
        } else {
            trace(topic, key.text()).change(because.partition(), because.offset(), by);
        }
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

    private Trace trace(String topic, String key) {
        return byTopic.computeIfAbsent(topic, name -> new HashMap<>()).computeIfAbsent(key, id -> new Trace());
    }
}
