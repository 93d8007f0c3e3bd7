package khabar.language.halfspace;

/**
 * What was decided of the pairs of words that came last. Of fixed size; a newer pair takes the place of
 * an older one. For one thread.
 */
final class PairMemo {
    /** No decision. */
    static final int NONE = -2;

    private static final int SLOTS = 1 << 14;
    /** Bits of an entry that hold the decision, which is small and shifted so that it is not 0. */
    private static final long DECISION = 7;

    private static final int SHIFT = 3;

    private final long[] entries = new long[SLOTS];

    /** The decision for the pair with the given hash, or {@link #NONE}. */
    int find(long hash) {
        long entry = entries[slot(hash)];
        boolean found = ((entry ^ hash) & ~DECISION) == 0 && (entry & DECISION) != 0;
        return found ? (int) (entry & DECISION) - SHIFT : NONE;
    }

    /** Keeps a decision from -1 on, and returns it. */
    int put(long hash, int decision) {
        entries[slot(hash)] = hash & ~DECISION | decision + SHIFT;
        return decision;
    }

    private static int slot(long hash) {
        return (int) (hash >>> Integer.SIZE) & SLOTS - 1;
    }
}
