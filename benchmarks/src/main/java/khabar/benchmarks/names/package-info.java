/**
 * What a gazetteer of a million names costs. Invented names flow in; load time, memory and the fall of
 * the rate flow out. Start at {@link khabar.benchmarks.names.NamesBenchmark}.
 */
@NullMarked
package khabar.benchmarks.names;

import org.jspecify.annotations.NullMarked;
