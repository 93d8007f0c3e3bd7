package khabar.feed.article;

import khabar.feed.record.Reading.Refusal;
import khabar.schemas.Article;
import org.jspecify.annotations.Nullable;

/** What became of the fields of a record. */
public sealed interface Made {
    /**
     * An article for the feed.
     *
     * @param article the article
     * @param traceparent the trace that it brings; null where it brings none
     */
    record Arrival(Article article, @Nullable String traceparent) implements Made {}

    /**
     * No article.
     *
     * @param uri its uri, where it is known
     * @param refusal why
     */
    record Refused(@Nullable String uri, Refusal refusal) implements Made {}
}
