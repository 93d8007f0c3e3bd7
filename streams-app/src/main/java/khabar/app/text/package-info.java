/**
 * The text core as the settings want it: files of names and rules flow in, a
 * {@link khabar.language.TextCore} flows out. Start at {@link khabar.app.text.TextCores}.
 */
@NullMarked
package khabar.app.text;

import org.jspecify.annotations.NullMarked;
