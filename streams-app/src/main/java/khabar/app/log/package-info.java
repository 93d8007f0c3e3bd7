/** In what form the program tells what happens. Start at {@link khabar.app.log.LogFormat}. */
@NullMarked
package khabar.app.log;

import org.jspecify.annotations.NullMarked;
