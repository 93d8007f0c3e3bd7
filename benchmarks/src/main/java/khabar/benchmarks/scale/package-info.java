/**
 * How state and time grow with the number of mentions. Start at
 * {@link khabar.benchmarks.scale.ScaleBenchmark}.
 */
@NullMarked
package khabar.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
