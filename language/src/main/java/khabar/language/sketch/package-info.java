/**
 * Compact sketches of texts, which tell how much two texts have in common. The words of an article
 * flow in; a {@link khabar.language.sketch.Sketch} flows out, the same for every spelling that has the
 * same match keys. Start at {@link khabar.language.sketch.Sketcher}.
 */
@NullMarked
package khabar.language.sketch;

import org.jspecify.annotations.NullMarked;
