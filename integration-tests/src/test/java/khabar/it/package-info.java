/**
 * The whole program from outside: commands as separate processes on the launcher's class path, a
 * broker process of their own, real kills. Nothing here uses a class of Khabar; what goes in is a
 * corpus on disk, what comes out is exit codes and JSON. Start with {@link khabar.it.Khabar}.
 */
@NullMarked
package khabar.it;

import org.jspecify.annotations.NullMarked;
