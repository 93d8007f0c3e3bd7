/**
 * Options as values. A package declares each of its options once, as a
 * {@link khabar.settings.Setting}; flags, environment, file and defaults flow into
 * {@link khabar.settings.Settings} in this order of precedence; typed, checked values flow out.
 */
@NullMarked
package khabar.settings;

import org.jspecify.annotations.NullMarked;
