/**
 * The whole path, from the feed to committed panes, in one process with its broker. Start at
 * {@link khabar.benchmarks.path.PathBenchmark}.
 */
@NullMarked
package khabar.benchmarks.path;

import org.jspecify.annotations.NullMarked;
