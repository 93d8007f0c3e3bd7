/**
 * The text core at work: winning revisions flow in, what was found in them flows out. Start at
 * {@link khabar.topology.enrich.EnrichWinners}; texts are read on other threads before their turn comes
 * ({@link khabar.topology.enrich.ReadAhead}).
 */
@NullMarked
package khabar.topology.enrich;

import org.jspecify.annotations.NullMarked;
