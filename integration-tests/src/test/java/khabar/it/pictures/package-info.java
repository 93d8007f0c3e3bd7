/**
 * The pictures in docs/images, taken anew by name. Start at {@link khabar.it.pictures.PicturesIT}; {@link
 * khabar.it.pictures.MadeUpNews} writes what is in them, from {@code news.txt}.
 */
@NullMarked
package khabar.it.pictures;

import org.jspecify.annotations.NullMarked;
