package khabar.language.halfspace;

/** Finds the places of lost half-spaces in Persian text. Safe for many threads. */
public final class HalfSpaces {
    /** A half-space comes before the character. */
    public static final int INSERT = 0;
    /** A half-space takes the place of the character, a space. */
    public static final int REPLACE = 1;
    /** The character, a space, goes. */
    public static final int REMOVE = 2;
    /** Nothing is lost here, but what stands from the character to the next word is more than one space. */
    public static final int BETWEEN = 3;
    /** Bits of an edit that tell its kind. */
    public static final int KIND_BITS = 2;

    /** The dictionary has the word. */
    public static final int KNOWN_WORD = 1;
    /** The dictionary has the word as a verb, an adjective or a particle. */
    public static final int ORDINARY_WORD = 1 << 1;
    /** The word is among the most frequent ones of Persian. */
    public static final int COMMON_WORD = 1 << 2;

    private static final int NO_NAME = Lexicon.VERBAL | Lexicon.PARTICIPLE | Lexicon.COMPARABLE | Lexicon.FUNCTION;

    private final Lexicon lexicon;
    private final ThreadLocal<Restorer> restorers;

    private HalfSpaces(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.restorers = ThreadLocal.withInitial(() -> new Restorer(lexicon));
    }

    /** With the word lists that are shipped. */
    public static HalfSpaces shipped() {
        return Shipped.HALF_SPACES;
    }

    /**
     * What to do to bring the half-spaces back, in ascending order, and where more than a space parts words, so
     * that nobody need look for these places again. Each edit is the offset of a character, shifted by
     * {@link #KIND_BITS}, and {@link #INSERT}, {@link #REPLACE}, {@link #REMOVE} or {@link #BETWEEN}.
     *
     * @param guarded pairs of offsets between which nothing may be changed
     */
    public int[] find(char[] text, int length, int[] guarded) {
        return restorers.get().edits(text, length, guarded);
    }

    /** What the dictionary says of the range of the text as a word without half-spaces; 0 where it has none. */
    public int wordBits(CharSequence text, int start, int end) {
        int found = find(text, start, end);
        if (found < 0) {
            return 0;
        }
        int flags = lexicon.flags(found);
        return KNOWN_WORD
                | ((flags & NO_NAME) == 0 ? 0 : ORDINARY_WORD)
                | ((flags & Lexicon.COMMON) == 0 ? 0 : COMMON_WORD);
    }

    /** Whether the dictionary has the range of the text as a word without half-spaces. */
    public boolean isKnownWord(CharSequence text, int start, int end) {
        return find(text, start, end) >= 0;
    }

    private int find(CharSequence text, int start, int end) {
        long hash = Lexicon.start();
        for (int i = start; i < end; i++) {
            hash = Lexicon.step(hash, text.charAt(i));
        }
        return lexicon.find(hash);
    }

    /** Loaded at the first use, once. */
    private static final class Shipped {
        private static final HalfSpaces HALF_SPACES = new HalfSpaces(LexiconFile.shipped());
    }
}
