/** The recount of trends: final panes of entity counts flow in, what should be on news.trends flows out. */
@NullMarked
package khabar.audit.trend;

import org.jspecify.annotations.NullMarked;
