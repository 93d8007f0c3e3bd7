package khabar.topology.count;

import khabar.schemas.state.Contribution;
import khabar.schemas.state.RankedCount;
import khabar.schemas.state.WindowCount;
import khabar.topology.revision.DemonymAmounts;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of one id in one window.
 *
 * @param count mentions or pieces of evidence
 * @param articles distinct articles
 * @param uniqueCount the count without near-duplicates
 * @param uniqueArticles distinct articles without near-duplicates
 * @param sources distinct sources of the articles
 * @param demonyms how much of it is demonyms
 */
public record Amounts(
        long count, long articles, long uniqueCount, long uniqueArticles, long sources, DemonymAmounts demonyms) {
    public static final Amounts NONE = new Amounts(0, 0, 0, 0, 0, DemonymAmounts.NONE);

    /** What has been counted so far. */
    static Amounts counted(WindowCount state) {
        return new Amounts(
                state.getCount(),
                state.getArticles(),
                state.getUniqueCount(),
                state.getUniqueArticles(),
                state.getArticlesBySource().size(),
                DemonymAmounts.of(state.getDemonyms()));
    }

    /** What the newest pane says. */
    public static Amounts published(WindowCount state) {
        return new Amounts(
                state.getPublishedCount(),
                state.getPublishedArticles(),
                state.getPublishedUniqueCount(),
                state.getPublishedUniqueArticles(),
                state.getPublishedSources(),
                DemonymAmounts.of(state.getPublishedDemonyms()));
    }

    /** The state before anything was counted of an id of the given kind. */
    static WindowCount nothing(String type) {
        return WindowCount.newBuilder()
                .setCount(0)
                .setArticles(0)
                .setPublishedCount(0)
                .setPublishedArticles(0)
                .setPanes(0)
                .setType(type)
                .build();
    }

    /** Adds a contribution to the state. */
    static void add(WindowCount state, Contribution contribution) {
        state.setCount(state.getCount() + contribution.getCount());
        state.setArticles(state.getArticles() + contribution.getArticles());
        state.setUniqueCount(state.getUniqueCount() + contribution.getUniqueCount());
        state.setUniqueArticles(state.getUniqueArticles() + contribution.getUniqueArticles());
        if (contribution.getArticles() != 0) {
            long more = contribution.getArticles();
            state.getArticlesBySource().merge(contribution.getSource(), more, Amounts::sumOrNothing);
        }
        if (contribution.getDemonyms() != null) {
            DemonymAmounts more = DemonymAmounts.of(contribution.getDemonyms());
            state.setDemonyms(DemonymAmounts.of(state.getDemonyms()).plus(more).stored());
        }
    }

    /** Whether the newest pane does not say what has been counted so far. */
    static boolean isDue(WindowCount state) {
        return state.getPanes() == 0 || !counted(state).equals(published(state));
    }

    /** Remembers that the newest pane says what has been counted so far. */
    static void publish(WindowCount state) {
        Amounts counted = counted(state);
        state.setPublishedCount(counted.count);
        state.setPublishedArticles(counted.articles);
        state.setPublishedUniqueCount(counted.uniqueCount);
        state.setPublishedUniqueArticles(counted.uniqueArticles);
        state.setPublishedSources(counted.sources);
        // One value for both: it is never changed, only replaced.
        state.setPublishedDemonyms(state.getDemonyms());
        state.setPanes(state.getPanes() + 1);
    }

    /** A row of the most named entities. */
    public RankedCount ranked(String entityId, String type) {
        return new RankedCount(entityId, type, count, articles, uniqueCount, uniqueArticles, demonyms.stored());
    }

    private static @Nullable Long sumOrNothing(Long before, Long more) {
        long sum = before + more;
        return sum == 0 ? null : Long.valueOf(sum);
    }
}
