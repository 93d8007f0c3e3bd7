package khabar.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * All aggregates as text by key, topic by topic: recounted or published, in the same form, so that
 * they can be compared.
 */
final class Aggregates {
    private final Map<String, Map<String, String>> byTopic = new LinkedHashMap<>();

    void put(String topic, String key, String value) {
        byTopic.computeIfAbsent(topic, name -> new TreeMap<>()).put(key, value);
    }

    /** Takes out what says nothing: an id that is counted no more. */
    void remove(String topic, String key) {
        byTopic.computeIfAbsent(topic, name -> new TreeMap<>()).remove(key);
    }

    Map<String, String> of(String topic) {
        return byTopic.getOrDefault(topic, Map.of());
    }

    int size() {
        return byTopic.values().stream().mapToInt(Map::size).sum();
    }
}
