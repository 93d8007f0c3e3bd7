/**
 * From the fields of a record, under whatever names, to an article: uri, texts, times and status. Fields
 * flow in, an {@link khabar.feed.article.Arrival} or a refusal with its reason flows out. Start at
 * {@link khabar.feed.article.ArticleMaker}.
 */
@NullMarked
package khabar.feed.article;

import org.jspecify.annotations.NullMarked;
