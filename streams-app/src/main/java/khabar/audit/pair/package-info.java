/** Pairs of entities, counted again. Articles flow in, then what was published; mismatches flow out. */
@NullMarked
package khabar.audit.pair;

import org.jspecify.annotations.NullMarked;
