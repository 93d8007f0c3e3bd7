package khabar.audit;

/**
 * What is counted of one id in one window.
 *
 * @param count mentions or pieces of evidence
 * @param articles distinct articles
 */
record Tally(long count, long articles) {
    static final Tally ZERO = new Tally(0, 0);

    Tally plus(long more) {
        return new Tally(count + more, articles + 1);
    }

    @Override
    public String toString() {
        return count + " in " + articles;
    }
}
