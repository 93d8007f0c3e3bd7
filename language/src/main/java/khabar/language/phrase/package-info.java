/** Finds given phrases in running text as the text core finds those of its own rules. Start at {@code PhraseFinder}. */
@NullMarked
package khabar.language.phrase;

import org.jspecify.annotations.NullMarked;
