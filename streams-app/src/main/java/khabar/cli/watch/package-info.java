/**
 * What people see in a terminal. Snapshots of {@link khabar.query.live} flow in; lines of text flow
 * out: a table that is drawn again and again ({@link khabar.cli.watch.Screen}), or one line for each
 * change ({@link khabar.cli.watch.Changes}).
 */
@NullMarked
package khabar.cli.watch;

import org.jspecify.annotations.NullMarked;
