package khabar.topology.revision;

import khabar.schemas.state.DemonymCount;
import org.jspecify.annotations.Nullable;

/**
 * What of an entity's counts comes from demonyms only: words such as Iranian, for Iran. Most entities have none,
 * and none is null in a store and on the way to it, which is one byte.
 *
 * @param count mentions that are demonyms
 * @param articles distinct articles that name the entity by demonyms alone
 * @param uniqueCount the count without near-duplicates
 * @param uniqueArticles the articles without near-duplicates
 */
public record DemonymAmounts(long count, long articles, long uniqueCount, long uniqueArticles) {
    public static final DemonymAmounts NONE = new DemonymAmounts(0, 0, 0, 0);

    /** What one article says that has so many mentions of an entity, of which so many are demonyms. */
    static DemonymAmounts said(int mentions, int demonyms, boolean unique) {
        if (demonyms == 0) {
            return NONE;
        }
        int only = demonyms == mentions ? 1 : 0;
        return new DemonymAmounts(demonyms, only, unique ? demonyms : 0, unique ? only : 0);
    }

    /** What is stored. */
    public static DemonymAmounts of(@Nullable DemonymCount stored) {
        return stored == null
                ? NONE
                : new DemonymAmounts(
                        stored.getCount(), stored.getArticles(), stored.getUniqueCount(), stored.getUniqueArticles());
    }

    /** As it is stored; null where it is none. */
    public @Nullable DemonymCount stored() {
        return equals(NONE) ? null : new DemonymCount(count, articles, uniqueCount, uniqueArticles);
    }

    /** Both together. */
    public DemonymAmounts plus(DemonymAmounts other) {
        return new DemonymAmounts(
                count + other.count,
                articles + other.articles,
                uniqueCount + other.uniqueCount,
                uniqueArticles + other.uniqueArticles);
    }

    /** This without the other. */
    DemonymAmounts minus(DemonymAmounts other) {
        return other.equals(NONE)
                ? this
                : plus(new DemonymAmounts(-other.count, -other.articles, -other.uniqueCount, -other.uniqueArticles));
    }
}
