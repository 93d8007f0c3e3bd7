/**
 * Faults for real. A seed and a number of rounds flow in; real processes are started, killed, frozen
 * and starved while a made-up history is replayed, and what flows out is whether every record was right
 * in the end. Start at {@link khabar.cli.torture.Torture}; what can strike is {@link khabar.cli.torture.Fault}.
 */
@NullMarked
package khabar.cli.torture;

import org.jspecify.annotations.NullMarked;
