package khabar.query.live;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One committed record of an output topic.
 *
 * @param topic its topic
 * @param key its key as text; empty where it has none
 * @param value its value; null for a dead letter, a tombstone, and for what could not be read
 * @param at when the broker has it from
 * @param readable whether key and value are what its topic promises
 */
public record Output(String topic, String key, @Nullable SpecificRecord value, Instant at, boolean readable) {}
