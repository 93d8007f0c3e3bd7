package khabar.language.normalize;

import java.util.Arrays;

/**
 * A text in its three forms: the original, the display form that people read and the match key that
 * machines compare. Offsets count UTF-16 code units. Immutable.
 */
public final class NormalizedText {
    private final String original;
    private final String display;
    private final String key;
    private final int[] keyStarts;
    private final int[] keyEnds;

    /**
     * Holds the three forms together.
     *
     * @param keyStarts for each character of the key, the offset in the original where its origin starts
     * @param keyEnds for each character of the key, the offset in the original where its origin ends
     */
    NormalizedText(String original, String display, String key, int[] keyStarts, int[] keyEnds) {
        this.original = original;
        this.display = display;
        this.key = key;
        this.keyStarts = Arrays.copyOf(keyStarts, key.length());
        this.keyEnds = Arrays.copyOf(keyEnds, key.length());
    }

    /** The text as it came. */
    public String original() {
        return original;
    }

    /** The text in correct orthography, for reading. */
    public String display() {
        return display;
    }

    /** The text as it is compared: letters, digits and case folded; marks, kashida and ZWNJ removed. */
    public String key() {
        return key;
    }

    /** The offset in the original where the key character at the given index begins. */
    public int originalStart(int keyIndex) {
        return keyStarts[keyIndex];
    }

    /** The offset in the original just after the key character at the given index. */
    public int originalEnd(int keyIndex) {
        return keyEnds[keyIndex];
    }
}
