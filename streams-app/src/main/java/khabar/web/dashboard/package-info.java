/**
 * The page for people. Nothing flows in; files of the jar flow out, and the page asks the API for the
 * rest. Start at {@link khabar.web.dashboard.Dashboard}, then at {@code index.html} in the resources.
 */
@NullMarked
package khabar.web.dashboard;

import org.jspecify.annotations.NullMarked;
