package khabar.query.live;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.PubStatus;
import org.jspecify.annotations.Nullable;

/** The newest articles by arrival, bounded by number and by size: one article may be a megabyte. */
final class River {
    private static final long WEIGHT_OF_A_MENTION = 50;

    private static final Comparator<EnrichedArticle> NEWEST_FIRST = Comparator.comparing(EnrichedArticle::getIngestedAt)
            .thenComparing(EnrichedArticle::getPublishedAt)
            .reversed()
            .thenComparing(EnrichedArticle::getUri);

    private final int mostArticles;
    private final long mostCharacters;
    private final LinkedHashMap<String, EnrichedArticle> byUri = new LinkedHashMap<>();
    private long characters;

    River(int mostArticles, long mostCharacters) {
        this.mostArticles = mostArticles;
        this.mostCharacters = mostCharacters;
    }

    /** Takes in a winning revision; a retraction takes its article away. */
    void see(String uri, EnrichedArticle article) {
        EnrichedArticle before = byUri.remove(uri);
        characters -= before == null ? 0 : weight(before);
        if (article.getPubStatus() != PubStatus.USABLE) {
            return;
        }
        byUri.put(uri, article);
        characters += weight(article);
        Iterator<EnrichedArticle> oldest = byUri.values().iterator();
        while (byUri.size() > mostArticles || (characters > mostCharacters && byUri.size() > 1)) {
            characters -= weight(oldest.next());
            oldest.remove();
        }
    }

    /** Whether the revision is here already, and has only become, or is no more, one that repeats another article. */
    boolean isMarkedAnew(String uri, EnrichedArticle article) {
        EnrichedArticle before = byUri.get(uri);
        return before != null
                && before.getVersion() == article.getVersion()
                && !Objects.equals(before.getDuplicateOf(), article.getDuplicateOf());
    }

    /** By arrival: partitions are read one after the other, so the order of reading says little. */
    List<EnrichedArticle> newest(int most) {
        return byUri.values().stream().sorted(NEWEST_FIRST).limit(most).toList();
    }

    private static long weight(EnrichedArticle article) {
        return length(article.getHeadline())
                + length(article.getLead())
                + length(article.getBody())
                + length(article.getDisplayHeadline())
                + length(article.getDisplayLead())
                + length(article.getDisplayBody())
                + WEIGHT_OF_A_MENTION * article.getMentions().size();
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
