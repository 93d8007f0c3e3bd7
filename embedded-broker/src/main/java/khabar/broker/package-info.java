/**
 * A real Kafka broker inside the process, for the demo, for trying things on a laptop and for tests. {@link
 * khabar.broker.BrokerOptions} flow in; an address for ordinary Kafka clients flows out. Start at {@link
 * khabar.broker.EmbeddedBroker#start}:
 *
 * <pre>{@code
 * try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.throwAway())) {
 *     useKafkaAt(broker.bootstrapServers());
 * }
 * }</pre>
 *
 * <p>It is Kafka's own server in KRaft combined mode, one node that is broker and controller, and does all that a
 * cluster of one can: transactions, exactly-once Streams applications of several instances, both group protocols,
 * compaction, records of up to 96 MiB. It listens on 127.0.0.1 only, without encryption or passwords. Topics are not
 * made by being named. Consumer positions are kept for a year.
 *
 * <p>A data directory belongs to one broker at a time. {@link khabar.broker.BrokerOptions#persistent} continues with
 * what an earlier broker left there, also if that one was killed; {@link khabar.broker.BrokerOptions#throwAway} deletes
 * its data at close. Whoever starts a broker closes it: its threads keep the process alive, and a process that is
 * killed leaves even a throw-away directory behind.
 *
 * <p>What cannot start says why in a {@link khabar.broker.BrokerStartException} and leaves nothing open. What fails
 * later, as on a full disk, completes {@link khabar.broker.EmbeddedBroker#failure} and leaves the process running,
 * where Kafka alone would halt it.
 *
 * <p>Nothing here configures logging. Kafka writes hundreds of lines at each start at INFO; a program that logs through
 * logback includes {@code khabar/broker/quiet-logback.xml}, which names the loggers and levels.
 */
@NullMarked
package khabar.broker;

import org.jspecify.annotations.NullMarked;
