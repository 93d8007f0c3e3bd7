/**
 * What whoever watches can ask for, and what there is to choose from. Keys and a live view flow in;
 * {@link khabar.cli.watch.choice.Choices} and a {@link khabar.cli.watch.choice.Scene} flow out.
 */
@NullMarked
package khabar.cli.watch.choice;

import org.jspecify.annotations.NullMarked;
