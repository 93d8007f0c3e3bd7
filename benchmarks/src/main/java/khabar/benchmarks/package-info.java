/**
 * How fast the text core is, by JMH: articles in, articles per second out, with Lucene's Persian analyzer on the same
 * articles as the yardstick. README.md beside the sources says how to run it. Start at {@link
 * khabar.benchmarks.TextCoreBenchmark} and {@link khabar.benchmarks.Ratios}.
 */
@NullMarked
package khabar.benchmarks;

import org.jspecify.annotations.NullMarked;
