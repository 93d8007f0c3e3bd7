/**
 * Settings become clients, topics and a running instance. Options flow in from
 * {@link khabar.settings.Settings}; a {@link khabar.app.KhabarApp} with its states and figures flows out.
 * Start at {@link khabar.app.KhabarApp}; how Kafka Streams is set up stands in
 * {@link khabar.app.StreamsProperties}.
 */
@NullMarked
package khabar.app;

import org.jspecify.annotations.NullMarked;
