/**
 * Values whose schemas a registry keeps. Avro values flow in, bytes in the Confluent wire format flow out,
 * and back. Start at {@link khabar.topics.registry.ConfluentFormat}; whom it asks is a
 * {@link khabar.topics.registry.SchemaRegistry}.
 */
@NullMarked
package khabar.topics.registry;

import org.jspecify.annotations.NullMarked;
