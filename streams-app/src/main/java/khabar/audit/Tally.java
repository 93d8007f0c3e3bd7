package khabar.audit;

/**
 * What is counted of one id in one window.
 *
 * @param count mentions or pieces of evidence
 * @param articles distinct articles
 * @param uniqueCount the count without near-duplicates
 * @param uniqueArticles distinct articles without near-duplicates
 * @param demonymCount mentions that are demonyms
 * @param demonymOnlyArticles distinct articles that name the entity by demonyms alone
 * @param uniqueDemonymCount the demonyms without near-duplicates
 * @param uniqueDemonymOnlyArticles those articles without near-duplicates
 */
record Tally(
        long count,
        long articles,
        long uniqueCount,
        long uniqueArticles,
        long demonymCount,
        long demonymOnlyArticles,
        long uniqueDemonymCount,
        long uniqueDemonymOnlyArticles) {
    static final Tally ZERO = withoutDemonyms(0, 0, 0, 0);

    static Tally withoutDemonyms(long count, long articles, long uniqueCount, long uniqueArticles) {
        return new Tally(count, articles, uniqueCount, uniqueArticles, 0, 0, 0, 0);
    }

    /** What one article says. */
    static Tally of(long count, long demonyms, boolean unique) {
        long only = demonyms > 0 && demonyms == count ? 1 : 0;
        return unique
                ? new Tally(count, 1, count, 1, demonyms, only, demonyms, only)
                : new Tally(count, 1, 0, 0, demonyms, only, 0, 0);
    }

    Tally plus(Tally other) {
        return new Tally(
                count + other.count,
                articles + other.articles,
                uniqueCount + other.uniqueCount,
                uniqueArticles + other.uniqueArticles,
                demonymCount + other.demonymCount,
                demonymOnlyArticles + other.demonymOnlyArticles,
                uniqueDemonymCount + other.uniqueDemonymCount,
                uniqueDemonymOnlyArticles + other.uniqueDemonymOnlyArticles);
    }

    @Override
    public String toString() {
        return "%d in %d, without duplicates %d in %d".formatted(count, articles, uniqueCount, uniqueArticles)
                + (hasDemonyms() ? demonyms() : "");
    }

    private boolean hasDemonyms() {
        return (demonymCount | demonymOnlyArticles | uniqueDemonymCount | uniqueDemonymOnlyArticles) != 0;
    }

    private String demonyms() {
        return ", demonyms %d and alone in %d, without duplicates %d and alone in %d"
                .formatted(demonymCount, demonymOnlyArticles, uniqueDemonymCount, uniqueDemonymOnlyArticles);
    }
}
