/**
 * What becomes of a record that fails by accident: it flows in from Kafka Streams and out to the dead
 * letters, unless something else than the record is to blame; then the instance stops.
 */
@NullMarked
package khabar.app.failure;

import org.jspecify.annotations.NullMarked;
