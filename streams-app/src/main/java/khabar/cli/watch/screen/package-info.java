/**
 * A terminal that shows the sheets of {@link khabar.cli.watch.sheet} and takes keys. Start at
 * {@link khabar.cli.watch.screen.Screen}.
 */
@NullMarked
package khabar.cli.watch.screen;

import org.jspecify.annotations.NullMarked;
