package khabar.query.values;

import khabar.schemas.EntityCount;

/** Counts as they would be if words such as Iranian were no mentions of Iran. */
public final class WithoutDemonyms {
    private WithoutDemonyms() {}

    /** The count without its demonyms and without the articles that name the entity by demonyms alone; its sources stay. */
    public static EntityCount of(EntityCount count) {
        return count.getDemonymCount() == 0
                ? count
                : EntityCount.newBuilder(count)
                        .setCount(count.getCount() - count.getDemonymCount())
                        .setArticles(count.getArticles() - count.getDemonymOnlyArticles())
                        .setUniqueCount(count.getUniqueCount() - count.getUniqueDemonymCount())
                        .setUniqueArticles(count.getUniqueArticles() - count.getUniqueDemonymOnlyArticles())
                        .setDemonymCount(0)
                        .setDemonymOnlyArticles(0)
                        .setUniqueDemonymCount(0)
                        .setUniqueDemonymOnlyArticles(0)
                        .build();
    }
}
