package khabar.language.evaluate;

/**
 * One change of a text.
 *
 * @param at where, in the text before
 * @param before what stood there
 * @param after what stands there now
 */
record Edit(int at, String before, String after) {}
