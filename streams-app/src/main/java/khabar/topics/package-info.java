/**
 * Every Kafka topic as a typed value: name, key and value type and settings together. Avro values flow
 * in and bytes flow out, and back. Start at {@link khabar.topics.Topics}; the form on the wire is a
 * {@link khabar.topics.WireFormat}. {@link khabar.topics.creation.TopicCreator} makes them on a broker, and
 * {@link khabar.topics.PublishedSchemas} holds the schemas that a reader needs.
 */
@NullMarked
package khabar.topics;

import org.jspecify.annotations.NullMarked;
