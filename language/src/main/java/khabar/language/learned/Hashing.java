package khabar.language.learned;

/** Hashes of words and pairs of words; the same on every machine. */
public final class Hashing {
    private static final int START = 0x811c9dc5;
    private static final int STEP = 0x01000193;

    private Hashing() {}

    /** The hash of the characters in the given range. */
    public static int of(CharSequence text, int start, int end) {
        int hash = START;
        for (int i = start; i < end; i++) {
            hash = (hash ^ text.charAt(i)) * STEP;
        }
        return mixed(hash);
    }

    /** The hash of a text. */
    public static int of(CharSequence text) {
        return of(text, 0, text.length());
    }

    /** The hash of two hashes in this order. */
    public static int pair(int first, int second) {
        return mixed(first * 31 + second);
    }

    private static int mixed(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
