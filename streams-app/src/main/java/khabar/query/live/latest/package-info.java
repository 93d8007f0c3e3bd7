/**
 * What is newest of each trend and alert. Records of the topics flow in, in the order of their
 * partition; short lists flow out, and what is kept is bounded.
 */
@NullMarked
package khabar.query.live.latest;

import org.jspecify.annotations.NullMarked;
