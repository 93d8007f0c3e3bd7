/**
 * The whole path in one process. Paths and settings flow in; a broker, the topology, a replay and a web
 * server run until the corpus is through or somebody leaves; a {@link khabar.cli.demo.Summary} of what
 * came out of the topics flows out. Start at {@link khabar.cli.demo.Demo}.
 */
@NullMarked
package khabar.cli.demo;

import org.jspecify.annotations.NullMarked;
