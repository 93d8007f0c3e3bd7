/**
 * The law of revisions: accepted articles flow in; only what wins flows out, and of that, the signed
 * contributions to every count. Start at {@link khabar.topology.revision.Rank}, which says who wins.
 */
@NullMarked
package khabar.topology.revision;

import org.jspecify.annotations.NullMarked;
