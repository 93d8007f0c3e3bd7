/**
 * The Kafka clients of the topology: properties come in, clients go out. Start at
 * {@link khabar.app.clients.StreamsClients}.
 */
@NullMarked
package khabar.app.clients;

import org.jspecify.annotations.NullMarked;
