package khabar.language.normalize;

import java.util.Arrays;
import khabar.language.script.Chars;
import org.jspecify.annotations.Nullable;

/**
 * A text in its three forms: the original, the display form that people read and the match key that
 * machines compare. Offsets count UTF-16 code units and lead from either form to the original and
 * back. Immutable.
 */
public final class NormalizedText {
    private static final int[] NONE = new int[0];

    private final String original;
    private final Form display;
    private final Form key;

    NormalizedText(String original, Form display, Form key) {
        this.original = original;
        this.display = display;
        this.key = key;
    }

    /** The text as it came. */
    public String original() {
        return original;
    }

    /** The text in correct orthography, for reading. */
    public String display() {
        return display.text;
    }

    /** The text as it is compared: letters, digits and case folded; marks, kashida and ZWNJ removed. */
    public String key() {
        return key.text;
    }

    /** The offset in the original where the key character at the given index begins. */
    public int originalStart(int keyIndex) {
        return key.start(keyIndex);
    }

    /** The offset in the original just after the key character at the given index. */
    public int originalEnd(int keyIndex) {
        return key.end(keyIndex);
    }

    /** The range of the original, the text with the given index, that a range of the key came from. */
    public Span span(int textIndex, int keyStart, int keyEnd) {
        return key.map.span(textIndex, keyStart, keyEnd);
    }

    /** The first index in the key whose origin ends after the offset in the original; the key's length if none. */
    public int keyIndex(int originalOffset) {
        return key.indexAt(originalOffset);
    }

    /** The offset in the original where the display character at the given index begins. */
    public int originalStartOfDisplay(int displayIndex) {
        return display.start(displayIndex);
    }

    /**
     * The offset in the original just after the display character at the given index; equal to its
     * start for a character that was added.
     */
    public int originalEndOfDisplay(int displayIndex) {
        return display.end(displayIndex);
    }

    /** The first index in the display form whose origin ends after the offset in the original; its length if none. */
    public int displayIndex(int originalOffset) {
        return display.indexAt(originalOffset);
    }

    /** The indexes in the key of those characters before which the original has a half-space, ascending. */
    public int[] halfSpaces() {
        return key.map.gapsWith(Chars.ZWNJ, original);
    }

    /** The indexes in the key of the spaces that stand for an end of line in the original, ascending. */
    public int[] lineBreaks() {
        int[] breaks = NONE;
        int count = 0;
        for (int at = original.indexOf('\n'); at >= 0; at = original.indexOf('\n', at + 1)) {
            if (count == breaks.length) {
                breaks = Arrays.copyOf(breaks, 8 + count * 2);
            }
            breaks[count++] = key.indexAt(at);
        }
        return count == breaks.length ? breaks : Arrays.copyOf(breaks, count);
    }

    /** A derived text with the way back, in one step or over an intermediate text in two. */
    static final class Form {
        private final String text;
        private final OffsetMap map;
        private final @Nullable OffsetMap further;
        /** Of the intermediate text, if there is one. */
        private final int lengthBetween;

        Form(Tape tape) {
            this.text = tape.text();
            this.map = tape.map();
            this.further = null;
            this.lengthBetween = 0;
        }

        Form(Tape tape, Tape between) {
            this.text = tape.text();
            this.map = tape.map();
            this.further = between.map();
            this.lengthBetween = between.length();
        }

        int start(int index) {
            int start = map.start(index);
            if (further == null) {
                return start;
            }
            if (map.end(index) > start) {
                return further.start(start);
            }
            // Added: between two origins, or within the one that its neighbours share.
            return start == 0 ? 0 : Math.min(further.end(start - 1), further.start(start));
        }

        int end(int index) {
            int end = map.end(index);
            if (further == null) {
                return end;
            }
            return end == 0 ? 0 : further.end(end - 1);
        }

        int indexAt(int offset) {
            int between = further == null ? offset : further.indexAt(offset, lengthBetween);
            return map.indexAt(between, text.length());
        }
    }
}
