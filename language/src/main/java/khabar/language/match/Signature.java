package khabar.language.match;

/**
 * The letters of a word in two longs, one byte a letter, so that words are compared and hashed at once.
 * Words that are longer than the longs, and rare letters, have no whole signature.
 */
final class Signature {
    private static final int LONGEST = 2 * Long.BYTES;
    /** What is no part of words. */
    private static final byte NO_PART = 0;
    /** A letter or a digit without a byte of its own. */
    private static final byte RARE = -1;
    /** The first byte of the Arabic block. */
    private static final int ARABIC = 40;

    private static final byte[] CODES = codes();

    private long low;
    private long high;
    private boolean whole;

    private static byte[] codes() {
        byte[] codes = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            if (Character.isLetterOrDigit((char) c)) {
                codes[c] = RARE;
            }
        }
        byte next = 1;
        for (char c = '0'; c <= '9'; c++) {
            codes[c] = next++;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            codes[c] = next++;
        }
        // The last ones are digits and letters of other languages.
        for (int c = '\u0620'; c < '\u0620' + 0xff - ARABIC; c++) {
            if (codes[c] == RARE) {
                codes[c] = (byte) (ARABIC + c - '\u0620');
            }
        }
        return codes;
    }

    /** Whether words consist of this character, and of others. */
    static boolean isWordPart(char c) {
        return CODES[c] != NO_PART;
    }

    /** Reads the word that begins at the offset, up to the given end at most; returns where it ends. */
    int read(char[] text, int start, int end) {
        long lower = 0;
        long upper = 0;
        boolean rare = false;
        int i = start;
        for (; i < end; i++) {
            byte code = CODES[text[i]];
            if (code == NO_PART) {
                break;
            }
            rare |= code == RARE;
            upper = upper << Byte.SIZE | lower >>> Long.SIZE - Byte.SIZE;
            lower = lower << Byte.SIZE | code & 0xff;
        }
        low = lower;
        high = upper;
        whole = !rare && i - start <= LONGEST;
        return i;
    }

    /** Whether no other word has the same signature. */
    boolean isWhole() {
        return whole;
    }

    long low() {
        return low;
    }

    long high() {
        return high;
    }

    /** Where the word belongs in a table of so many slots, a power of two. */
    int slot(int slots) {
        long mixed = (low ^ high * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return (int) (mixed >>> Integer.SIZE) & slots - 1;
    }
}
