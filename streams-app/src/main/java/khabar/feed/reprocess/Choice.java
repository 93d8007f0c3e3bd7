package khabar.feed.reprocess;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.PubStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are to be enriched anew.
 *
 * @param present version of the rules that they are to be enriched with
 * @param since the earliest event time
 * @param until event time that comes after the last; null for no end
 * @param uris only these; empty for all
 * @param horizon how far behind the newest article of its partition the topology still takes one
 */
public record Choice(
        String present, Instant since, @Nullable Instant until, Set<String> uris, Duration horizon) {

    /** Whether an article was asked for and is not up to date; retractions have nothing to be enriched. */
    public boolean wants(EnrichedArticle article) {
        Instant end = until;
        return article.getPubStatus() == PubStatus.USABLE
                && !article.getRuleSetVersion().equals(present)
                && !article.getPublishedAt().isBefore(since)
                && (end == null || article.getPublishedAt().isBefore(end))
                && (uris.isEmpty() || uris.contains(article.getUri()));
    }
}
