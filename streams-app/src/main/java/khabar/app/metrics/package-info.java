/**
 * Figures for those who watch machines. What Kafka Streams, the JVM and the live view know flows in;
 * text in the format of Prometheus flows out. Start at {@link khabar.app.metrics.Meters}.
 */
@NullMarked
package khabar.app.metrics;

import org.jspecify.annotations.NullMarked;
