package khabar.audit;

/**
 * What is counted of one id in one window.
 *
 * @param count mentions or pieces of evidence
 * @param articles distinct articles
 * @param uniqueCount the count without near-duplicates
 * @param uniqueArticles distinct articles without near-duplicates
 */
record Tally(long count, long articles, long uniqueCount, long uniqueArticles) {
    static final Tally ZERO = new Tally(0, 0, 0, 0);

    /** What one article says. */
    static Tally of(long count, boolean unique) {
        return new Tally(count, 1, unique ? count : 0, unique ? 1 : 0);
    }

    Tally plus(Tally other) {
        return new Tally(
                count + other.count,
                articles + other.articles,
                uniqueCount + other.uniqueCount,
                uniqueArticles + other.uniqueArticles);
    }

    @Override
    public String toString() {
        return "%d in %d, without duplicates %d in %d".formatted(count, articles, uniqueCount, uniqueArticles);
    }
}
