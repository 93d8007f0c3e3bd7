/**
 * Mutated input for every door through which something comes in from outside. What must hold is in the doors:
 * nothing is thrown but what is foreseen, nothing takes a second, and whatever is sent is accepted or
 * rejected. Two engines send it: {@link khabar.fuzz.FuzzTest} a little by chance at every build,
 * {@link khabar.fuzz.GuidedFuzz} a lot, led by what the code does with it. Start at {@link khabar.fuzz.Door}.
 */
@NullMarked
package khabar.fuzz;

import org.jspecify.annotations.NullMarked;
