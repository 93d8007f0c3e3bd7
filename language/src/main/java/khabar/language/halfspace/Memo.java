package khabar.language.halfspace;

/**
 * What was found of the words that came last, by hash, so that a frequent word is taken apart once. Of
 * fixed size: a word takes one of two places, and the newer of the words there stays. For one thread.
 */
final class Memo {
    /** No finding. */
    static final long NONE = -1;

    private static final int SLOTS = 1 << 15;
    private static final int FIELDS = 2;
    private static final int ROLE_BITS = 4;

    /** Hash and finding of each slot side by side: the mask, shifted by the role that stands below it. */
    private final long[] entries = new long[FIELDS * SLOTS];

    /** The finding for the word, or {@link #NONE}. */
    long find(long hash) {
        int slot = slot(hash);
        if (entries[slot] == hash) {
            return entries[slot + 1];
        }
        slot ^= FIELDS;
        return entries[slot] == hash ? entries[slot + 1] : NONE;
    }

    /** Keeps the finding, and returns it. */
    long put(long hash, long finding) {
        int slot = slot(hash);
        entries[slot ^ FIELDS] = entries[slot];
        entries[(slot ^ FIELDS) + 1] = entries[slot + 1];
        entries[slot] = hash;
        entries[slot + 1] = finding;
        return finding;
    }

    static long finding(int mask, int role) {
        return (long) mask << ROLE_BITS | role;
    }

    static int mask(long finding) {
        return (int) (finding >>> ROLE_BITS);
    }

    static int role(long finding) {
        return (int) finding & (1 << ROLE_BITS) - 1;
    }

    private static int slot(long hash) {
        return ((int) (hash >>> 32 ^ hash) & SLOTS - 1) * FIELDS;
    }
}
