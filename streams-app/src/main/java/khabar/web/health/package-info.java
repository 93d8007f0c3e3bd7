/** Whether the process lives and works, for those who start and stop it. Start at {@link khabar.web.health.Health}. */
@NullMarked
package khabar.web.health;

import org.jspecify.annotations.NullMarked;
