/**
 * How long the text core takes to start. New JVMs flow in, milliseconds flow out. Start at
 * {@link khabar.benchmarks.start.StartBenchmark}.
 */
@NullMarked
package khabar.benchmarks.start;

import org.jspecify.annotations.NullMarked;
