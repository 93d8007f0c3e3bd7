package khabar.topology.pair;

/**
 * How many articles there are.
 *
 * @param articles distinct articles
 * @param unique distinct articles without near-duplicates
 */
record Together(int articles, int unique) {
    static final Together NONE = new Together(0, 0);

    Together plus(int moreArticles, int moreUnique) {
        return new Together(articles + moreArticles, unique + moreUnique);
    }

    boolean isNone() {
        return articles == 0 && unique == 0;
    }
}
