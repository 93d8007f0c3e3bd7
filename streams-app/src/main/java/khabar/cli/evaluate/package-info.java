/**
 * Quality measured on labelled files. JSON Lines with known answers flow in; a report with precision,
 * recall, F1 and the worst confusions flows out, for people or as JSON. docs/evaluating.md describes the
 * files and the definitions. Start at {@link khabar.cli.evaluate.Evaluation}.
 */
@NullMarked
package khabar.cli.evaluate;

import org.jspecify.annotations.NullMarked;
