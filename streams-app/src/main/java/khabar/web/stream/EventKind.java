package khabar.web.stream;

import java.util.Arrays;
import java.util.Optional;
import khabar.topics.Topic;
import khabar.topics.Topics;

/** The kinds of events, by the names that readers know them by. */
enum EventKind {
    ARTICLE("article", Topics.ENRICHED),
    ENTITY_COUNT("entity-count", Topics.ENTITY_COUNTS),
    SUBJECT_COUNT("subject-count", Topics.SUBJECT_COUNTS),
    TOP_ENTITIES("top-entities", Topics.TOP_ENTITIES),
    TREND("trend", Topics.TRENDS),
    ALERT("alert", Topics.ALERTS);

    private final String word;
    private final String topic;

    EventKind(String word, Topic<?> topic) {
        this.word = word;
        this.topic = topic.name();
    }

    /** The name of the event, as {@code event:} has it. */
    String word() {
        return word;
    }

    /** The kind of the events of a topic. */
    static EventKind ofTopic(String topic) {
        return Arrays.stream(values())
                .filter(kind -> kind.topic.equals(topic))
                .findFirst()
                .orElseThrow();
    }

    /** The kind of the given name. */
    static Optional<EventKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
