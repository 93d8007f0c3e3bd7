/**
 * The full screen as lines of text. A scene and the choices flow in, lines flow out; nothing here
 * knows a terminal. Start at {@link khabar.cli.watch.sheet.Sheet}.
 */
@NullMarked
package khabar.cli.watch.sheet;

import org.jspecify.annotations.NullMarked;
