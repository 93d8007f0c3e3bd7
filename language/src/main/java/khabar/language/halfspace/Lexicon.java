package khabar.language.halfspace;

/**
 * Persian words by the hash of their letters: what each may be, and where its half-spaces are. Built
 * once, then only read.
 */
final class Lexicon {
    /** Is written like this, without a half-space. */
    static final int PLAIN = 1;
    /** Takes endings as nouns and adjectives do. */
    static final int NOMINAL = 1 << 1;
    /** Stands after the verb prefixes mi and nemi. */
    static final int VERBAL = 1 << 2;
    /** A participle on silent Heh. */
    static final int PARTICIPLE = 1 << 3;
    /** Among the most frequent words of the Persian web. */
    static final int COMMON = 1 << 4;
    /** Ends on a Heh that is not spoken. */
    static final int SILENT_HEH = 1 << 5;
    /** Has a comparative. */
    static final int COMPARABLE = 1 << 6;
    /** The second part of some compounds. */
    static final int SECOND = 1 << 7;
    /** A first name of people. */
    static final int GIVEN = 1 << 8;
    /** Is never taken apart. */
    static final int KEEP = 1 << 9;
    /** On silent Heh, and its indefinite form is more likely than the plural of the word without Heh. */
    static final int HEH_FIRST = 1 << 10;
    /** Its parts belong together also where a space was written between them. */
    static final int SPACED = 1 << 11;
    /** The same, and hardly ever a word of its own, so that a space before it is a lost half-space. */
    static final int BOUND = 1 << 12;
    /** A first part that makes one word with any noun after it. */
    static final int HEAD = 1 << 13;
    /** Makes compounds with what stands before it in one piece. */
    static final int TAIL = 1 << 14;
    /** The second part of surnames of which the first ends in Yeh. */
    static final int AFTER_YEH = 1 << 15;
    /** The first part of one of the {@link #SPACED}. */
    static final int SPACED_START = 1 << 16;
    /** A particle or a verb: ends a noun phrase and begins one. */
    static final int FUNCTION = 1 << 17;
    /** Announces one of a kind: a, no, such a. */
    static final int DETERMINER = 1 << 18;
    /** A noun on silent Heh whose indefinite form looks like the plural of another noun. */
    static final int EITHER = 1 << 19;
    /** The same, where it is used as an adjective. */
    static final int EITHER_ADJECTIVE = 1 << 20;
    /** A second part that makes one word with a first where the list has the two as one. */
    static final int LISTED = 1 << 21;
    /** The second part of surnames of which the first is a first name. */
    static final int AFTER_GIVEN = 1 << 22;
    /** A first part that hardly ever stands alone. */
    static final int PREFIX = 1 << 23;
    /** The second part of surnames where a space stands before it. */
    static final int SURNAME = 1 << 24;
    /** A number that makes one word with one of the {@link #COUNTED}. */
    static final int NUMBER = 1 << 25;
    /** What is so many years old, has so many sides: with a number before it one word. */
    static final int COUNTED = 1 << 26;

    /** The flags of which any lets a word belong to the one before it, whatever that is. */
    static final int ANY_SECOND = BOUND | LISTED | SURNAME;

    private static final long HASH_START = 0xcbf29ce484222325L;
    private static final long HASH_STEP = 0x100000001b3L;

    private static final int FILTER_BITS = 1 << 21;
    private static final int SPACED_BITS = 1 << 20;

    /** Of each slot the hash of the word, 0 where there is none, and beside it the mask above the flags. */
    private final long[] entries;

    private final int lastSlot;
    /** A bit is set where a word may be. Most that is asked is no word, and this much stays near the processor. */
    private final long[] filter = new long[FILTER_BITS / Long.SIZE];

    /** A bit is set where the letters up to here may begin one of the {@link #SPACED}: hardly any do. */
    private final long[] spaced = new long[SPACED_BITS / Long.SIZE];

    /** A bit is set where a word may have one of {@link #ANY_SECOND}: few have, and all beginnings are asked for. */
    private final long[] seconds = new long[SPACED_BITS / Long.SIZE];

    private int size;

    Lexicon(int capacity) {
        int slots = Integer.highestOneBit(capacity) * 4;
        entries = new long[2 * slots];
        lastSlot = slots - 1;
    }

    static long start() {
        return HASH_START;
    }

    static long step(long hash, char c) {
        return (hash ^ c) * HASH_STEP;
    }

    static long hash(CharSequence word) {
        long hash = HASH_START;
        for (int i = 0; i < word.length(); i++) {
            hash = step(hash, word.charAt(i));
        }
        return hash;
    }

    int size() {
        return size;
    }

    /** Adds what is known of the word without its half-spaces; the mask has a bit for each letter after one. */
    void add(long hash, int mask, int moreFlags) {
        int slot = slot(hash);
        if (entries[slot] == 0) {
            entries[slot] = hash;
            int bit = bit(hash);
            filter[bit / Long.SIZE] |= 1L << bit;
            size++;
            if (size * 2 > lastSlot) {
                throw new IllegalStateException("lexicon.size: " + size + " (expected: < " + lastSlot / 2 + ")");
            }
        }
        int kept = mask != 0 ? mask : mask(slot);
        entries[slot + 1] = (long) kept << Integer.SIZE | flags(slot) | moreFlags;
        if ((moreFlags & ANY_SECOND) != 0) {
            int bit = spacedBit(hash);
            seconds[bit / Long.SIZE] |= 1L << bit;
        }
    }

    /** Whether the word with this hash may have one of {@link #ANY_SECOND}. */
    boolean maybeSecond(long hash) {
        int bit = spacedBit(hash);
        return (seconds[bit / Long.SIZE] >>> bit & 1) != 0;
    }

    /** Notes that the letters with this hash begin one of the {@link #SPACED}. */
    void addSpacedStart(long hash) {
        int bit = spacedBit(hash);
        spaced[bit / Long.SIZE] |= 1L << bit;
    }

    /** Whether one of the {@link #SPACED} may begin with the letters with this hash, or be them. */
    boolean maybeSpaced(long hash) {
        int bit = spacedBit(hash);
        return (spaced[bit / Long.SIZE] >>> bit & 1) != 0;
    }

    private static int spacedBit(long hash) {
        return (int) (hash >>> Integer.SIZE ^ hash) & SPACED_BITS - 1;
    }

    /** Takes flags away again. */
    void remove(long hash, int fewerFlags) {
        entries[slot(hash) + 1] &= ~(long) fewerFlags;
    }

    /** A handle of the word, or -1. */
    int find(long hash) {
        if (!mayHave(hash)) {
            return -1;
        }
        int slot = slot(hash);
        return entries[slot] == 0 ? -1 : slot;
    }

    boolean has(long hash, int flag) {
        return mayHave(hash) && (flags(slot(hash)) & flag) != 0;
    }

    int flags(int handle) {
        return handle < 0 ? 0 : (int) entries[handle + 1];
    }

    /** Bit p is set where a half-space stands before letter p. */
    int mask(int handle) {
        return handle < 0 ? 0 : (int) (entries[handle + 1] >>> Integer.SIZE);
    }

    private boolean mayHave(long hash) {
        int bit = bit(hash);
        return (filter[bit / Long.SIZE] >>> bit & 1) != 0;
    }

    private static int bit(long hash) {
        return (int) (hash >>> 40 ^ hash) & FILTER_BITS - 1;
    }

    private int slot(long hash) {
        int slot = (int) (hash >>> 32 ^ hash) & lastSlot;
        while (entries[2 * slot] != 0 && entries[2 * slot] != hash) {
            slot = slot + 1 & lastSlot;
        }
        return 2 * slot;
    }
}
