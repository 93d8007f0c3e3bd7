/**
 * The text core. A {@link khabar.language.Document} flows in; an {@link khabar.language.Analysis}
 * with its language, clean texts, subjects and mentions flows out. Start at
 * {@link khabar.language.TextCore}. Nothing here knows Kafka, Avro, files or clocks; resources are
 * read once, at construction.
 */
@NullMarked
package khabar.language;

import org.jspecify.annotations.NullMarked;
