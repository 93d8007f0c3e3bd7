/**
 * Language and script of a text. A string flows in, a
 * {@link khabar.language.script.LanguageGuess} flows out. Start at
 * {@link khabar.language.script.LanguageDetector}.
 */
@NullMarked
package khabar.language.script;

import org.jspecify.annotations.NullMarked;
