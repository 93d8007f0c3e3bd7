package khabar.language.script;

/**
 * What words of the Arabic script say of their language, kept so that a frequent word is weighed once.
 * Of fixed size; a newer word takes the place of an older one. For one thread.
 */
final class WordEvidence {
    private static final int SLOTS = 1 << 12;
    private static final int FIELDS = 2;
    /** Bits of the score of one language. The scores of a word are small: it has no more than some letters. */
    private static final int BITS = 12;

    private static final int MASK = (1 << BITS) - 1;
    /** Marks an entry that is in use. */
    private static final long USED = 1L << Long.SIZE - 1;

    private static final ThreadLocal<WordEvidence> OF_THREAD = ThreadLocal.withInitial(WordEvidence::new);

    /** Hash and scores of each slot side by side. */
    private final long[] entries = new long[FIELDS * SLOTS];

    private final WholeWords wholeWords = new WholeWords();

    private WordEvidence() {}

    /** The same for words of nothing but letters, which are found without a hash. */
    WholeWords wholeWords() {
        return wholeWords;
    }

    static WordEvidence ofThread() {
        return OF_THREAD.get();
    }

    /** Adds what is known of the word with the given hash; false where nothing is known yet. */
    boolean addTo(int[] scores, long hash) {
        int slot = slot(hash);
        long packed = entries[slot + 1];
        if (packed >= 0 || entries[slot] != hash) {
            return false;
        }
        if (packed != USED) {
            for (int l = Cues.FA; l <= Cues.CKB; l++) {
                scores[l] += (int) (packed >>> l * BITS) & MASK;
            }
        }
        return true;
    }

    /** Keeps the scores of a word. */
    void put(long hash, int[] scores) {
        long packed = USED;
        for (int l = Cues.FA; l <= Cues.CKB; l++) {
            packed |= (long) scores[l] << l * BITS;
        }
        int slot = slot(hash);
        entries[slot] = hash;
        entries[slot + 1] = packed;
    }

    private static int slot(long hash) {
        return ((int) (hash >>> Integer.SIZE ^ hash) & SLOTS - 1) * FIELDS;
    }
}
