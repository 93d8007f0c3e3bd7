package khabar.language.match;

import khabar.language.script.WordReader;

/** The letters and digits of match keys as bytes, for a {@link WordReader}. */
final class KeyLetters {
    /** The first byte of the Arabic block. */
    private static final int ARABIC = 40;

    private static final char FIRST_ARABIC = '\u0620';

    /** For each UTF-16 code unit its byte. */
    static final byte[] TABLE = table();

    private KeyLetters() {}

    private static byte[] table() {
        byte[] codes = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            if (Character.isLetterOrDigit((char) c)) {
                codes[c] = WordReader.RARE;
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
        for (int c = FIRST_ARABIC; c < FIRST_ARABIC + 0xff - ARABIC; c++) {
            if (codes[c] == WordReader.RARE) {
                codes[c] = (byte) (ARABIC + c - FIRST_ARABIC);
            }
        }
        return codes;
    }
}
