package khabar.audit.records;

/**
 * What a pane says, or by how much a revision changes it.
 *
 * @param count mentions or pieces of evidence
 * @param articles distinct articles
 */
record Amount(long count, long articles) {
    static final Amount NONE = new Amount(0, 0);

    Amount plus(Amount other) {
        return new Amount(count + other.count, articles + other.articles);
    }

    Amount minus(Amount other) {
        return new Amount(count - other.count, articles - other.articles);
    }

    /** What of it goes up. */
    Amount rise() {
        return new Amount(Math.max(count, 0), Math.max(articles, 0));
    }

    /** What of it goes down. */
    Amount fall() {
        return new Amount(Math.min(count, 0), Math.min(articles, 0));
    }

    @Override
    public String toString() {
        return count + " in " + articles;
    }
}
