/**
 * Where half-spaces were lost. A cleaned Persian text flows in; the places where a half-space belongs
 * flow out. Start at {@link khabar.language.halfspace.HalfSpaces}.
 */
@NullMarked
package khabar.language.halfspace;

import org.jspecify.annotations.NullMarked;
