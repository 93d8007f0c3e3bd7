/**
 * Models of one's own. Labelled files flow in; a model file and what can be expected of it flow out.
 * Start at {@link khabar.cli.train.TrainCommand}.
 */
@NullMarked
package khabar.cli.train;

import org.jspecify.annotations.NullMarked;
