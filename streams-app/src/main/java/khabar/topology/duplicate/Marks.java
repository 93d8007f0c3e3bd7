package khabar.topology.duplicate;

import java.util.Comparator;
import java.util.Objects;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.state.Original;
import khabar.schemas.state.Originals;
import org.jspecify.annotations.Nullable;

/** The mark of a near-duplicate on an enriched article. */
final class Marks {
    private Marks() {}

    /** The earliest of all originals that were found; null where there is none. */
    static @Nullable Original earliest(@Nullable Originals found) {
        return found == null
                ? null
                : found.getByFinder().values().stream()
                        .min(Comparator.comparing(ArticleKey::of))
                        .orElse(null);
    }

    /** Whether the article is marked as a repetition of the original, or not at all where there is none. */
    static boolean isSet(EnrichedArticle article, @Nullable Original original) {
        return original == null
                ? article.getDuplicateOf() == null
                : original.getUri().equals(article.getDuplicateOf())
                        && Objects.equals(original.getSimilarity(), article.getDuplicateSimilarity());
    }

    /** Marks the article, or takes its mark away. */
    static void set(EnrichedArticle article, @Nullable Original original) {
        article.setDuplicateOf(original == null ? null : original.getUri());
        article.setDuplicateSimilarity(original == null ? null : original.getSimilarity());
    }
}
