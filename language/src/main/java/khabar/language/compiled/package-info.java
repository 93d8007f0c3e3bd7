/**
 * What was compiled when the core was built, so that starting it need not read it as text. Arrays flow into an
 * {@link khabar.language.compiled.ArrayWriter}, and out of an {@link khabar.language.compiled.ArrayReader} again.
 */
@NullMarked
package khabar.language.compiled;

import org.jspecify.annotations.NullMarked;
