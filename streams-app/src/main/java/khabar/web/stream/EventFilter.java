package khabar.web.stream;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import khabar.query.SubjectCode;
import khabar.query.events.OutputEvent;
import khabar.schemas.Alert;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityCount;
import khabar.schemas.SubjectCount;
import khabar.schemas.Trend;
import khabar.settings.Durations;
import khabar.settings.Setting;
import khabar.topics.WindowKey;
import khabar.web.Asked;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a reader wants to get. What it does not choose is not filtered; where entities, subjects or types
 * are chosen, events that name none of them are left out.
 *
 * @param kinds kinds of events
 * @param entities ids of entities; with subjects given, too, an event that names either passes
 * @param subjects IPTC codes
 * @param types types of entities
 * @param sizes sizes of windows; articles and alerts have none and pass
 */
record EventFilter(
        Set<EventKind> kinds, Set<String> entities, Set<String> subjects, Set<String> types, Set<Duration> sizes) {
    private static final Setting<Set<EventKind>> WHAT = listed(
            "what",
            "article, entity-count, subject-count, top-entities, trend, alert, separated by commas",
            word -> EventKind.named(word).orElseThrow());
    private static final Setting<Set<String>> ENTITY =
            listed("entity", "ids of entities, separated by commas", Function.identity());
    private static final Setting<Set<String>> SUBJECT =
            listed("subject", "codes of subjects, such as medtop:16000000, separated by commas", SubjectCode::of);
    private static final Setting<Set<String>> TYPE =
            listed("type", "types of entities, separated by commas", Function.identity());
    private static final Setting<Set<Duration>> WINDOW =
            listed("window", "sizes of windows, such as PT1H,P1D", Durations::parsePositive);

    /** The filter that the parameters say; throws {@link khabar.settings.SettingException} for others. */
    static EventFilter of(Asked asked) {
        asked.takesOnly("what", "entity", "subject", "type", "window");
        return new EventFilter(
                asked.given(WHAT).orElse(Set.of(EventKind.values())),
                asked.given(ENTITY).orElse(Set.of()),
                asked.given(SUBJECT).orElse(Set.of()),
                asked.given(TYPE).orElse(Set.of()),
                asked.given(WINDOW).orElse(Set.of()));
    }

    boolean lets(OutputEvent event) {
        EventKind kind = EventKind.ofTopic(event.at().topic());
        return kinds.contains(kind) && letsWindow(kind, event.key()) && letsContent(event.value());
    }

    private boolean letsWindow(EventKind kind, String key) {
        return sizes.isEmpty()
                || kind == EventKind.ARTICLE
                || kind == EventKind.ALERT
                || sizes.contains(WindowKey.parse(key).size());
    }

    private boolean letsContent(SpecificRecord value) {
        if (entities.isEmpty() && subjects.isEmpty() && types.isEmpty()) {
            return true;
        }
        if (value instanceof EnrichedArticle article) {
            return letsArticle(article);
        }
        if (value instanceof EntityCount count) {
            return letsEntity(count.getEntityId(), count.getEntityType());
        }
        if (value instanceof Trend trend) {
            return letsEntity(trend.getEntityId(), trend.getEntityType());
        }
        if (value instanceof SubjectCount count) {
            return subjects.contains(count.getSubjectCode());
        }
        return value instanceof Alert alert && alert.getEntityId() != null && entities.contains(alert.getEntityId());
    }

    private boolean letsArticle(EnrichedArticle article) {
        boolean named =
                article.getEntities().stream().anyMatch(entity -> letsEntity(entity.getEntityId(), entity.getType()));
        return named || article.getSubjects().stream().anyMatch(subject -> subjects.contains(subject.getCode()));
    }

    private boolean letsEntity(String id, String type) {
        boolean chosen = entities.isEmpty() ? subjects.isEmpty() || !types.isEmpty() : entities.contains(id);
        return chosen && (types.isEmpty() || types.contains(type));
    }

    private static <T> Setting<Set<T>> listed(String name, String expected, Function<String, T> word) {
        return new Setting<>(name, "", expected, "", text -> {
            List<String> words =
                    Arrays.stream(text.split(",", -1)).map(String::strip).toList();
            if (words.contains("")) {
                throw new IllegalArgumentException("empty");
            }
            return words.stream().map(word).collect(Collectors.toUnmodifiableSet());
        });
    }
}
