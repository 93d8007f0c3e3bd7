/**
 * Right-to-left text for terminals that know nothing of it. A line in the order of reading flows in,
 * the same line in the order of the screen, with joined letters, flows out. Start at
 * {@link khabar.cli.watch.order.LineOrder}.
 */
@NullMarked
package khabar.cli.watch.order;

import org.jspecify.annotations.NullMarked;
