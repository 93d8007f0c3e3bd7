/** The clock that the topology runs by. Start at {@link khabar.app.time.SteadyTime}. */
@NullMarked
package khabar.app.time;

import org.jspecify.annotations.NullMarked;
