package khabar.query.events;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * One committed value of an output topic, and where it stands.
 *
 * @param at topic and partition
 * @param offset its offset there
 * @param key its key as text
 * @param value its value
 */
public record OutputEvent(TopicPartition at, long offset, String key, SpecificRecord value) {}
