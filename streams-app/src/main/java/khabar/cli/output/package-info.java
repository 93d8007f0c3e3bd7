/**
 * Where results go. Bytes flow in; files that are whole, and results whose loss is noticed, flow out.
 * Start at {@link khabar.cli.output.OutputFile}.
 */
@NullMarked
package khabar.cli.output;

import org.jspecify.annotations.NullMarked;
