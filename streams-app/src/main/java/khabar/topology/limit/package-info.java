/**
 * Limits of a single article: what it may bring, which the door checks, and what may be found in it,
 * which is checked once it is enriched. Start at {@link khabar.topology.limit.Limits}.
 */
@NullMarked
package khabar.topology.limit;

import org.jspecify.annotations.NullMarked;
