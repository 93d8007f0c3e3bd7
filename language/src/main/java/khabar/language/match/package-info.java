/**
 * Words and phrases in running text. A {@link khabar.language.normalize.NormalizedText} flows in and
 * becomes {@link khabar.language.match.Tokens}; names and terms flow in at construction and become a
 * {@link khabar.language.match.TokenTrie}, in which entities and subjects look their phrases up.
 */
@NullMarked
package khabar.language.match;

import org.jspecify.annotations.NullMarked;
