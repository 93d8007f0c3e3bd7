package khabar.language.match;

import java.util.Arrays;
import khabar.language.script.WordReader;

/**
 * The forms that came last, by the letters of their words, so that a frequent word is looked into once.
 * What most words are asked for lies side by side with the letters: few lead on to their form. Of fixed
 * size; newer forms take the places of older ones. For one thread at a time.
 */
final class FormCache {
    /** For each UTF-16 code unit of match keys its byte, for a {@link WordReader}. */
    static final byte[] LETTERS = letters();

    /** The first byte of the Arabic block. */
    private static final int ARABIC = 40;

    private static final char FIRST_ARABIC = '\u0620';
    /** Places that lie beside each other, in any of which a word may be kept. */
    private static final int PLACES = 8;

    private static final int SETS = 1 << 13;
    /** Longer texts are rare, and the room for them is given back. */
    private static final int MOST_SPARE = 1 << 16;

    private static final long HIGH_MASK = (1L << WordReader.HIGH_BITS) - 1;

    private final Vocabulary words;
    /** Of each place: the first number of the word, then the second with the starts above it. */
    private final long[] entries = new long[2 * PLACES * SETS];

    private final Form[] forms = new Form[PLACES * SETS];
    private final WordReader reader = new WordReader(LETTERS);
    private char[] room = new char[0];
    private int[] fields = new int[0];
    private int starts;

    FormCache(Vocabulary words) {
        this.words = words;
    }

    private static byte[] letters() {
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

    /** Reads match keys; a word must have been read by it before its form is asked for. */
    WordReader reader() {
        return reader;
    }

    /** Room for what is noted of the words of a text, until the next text; nothing is cleared. */
    int[] fields(int length) {
        if (fields.length < length || fields.length - length > MOST_SPARE) {
            fields = new int[length + (length >> 1)];
        }
        return fields;
    }

    /** The characters of the text and whatever follows them, until the next text. */
    char[] characters(String text) {
        if (room.length < text.length() || room.length - text.length() > MOST_SPARE) {
            room = new char[text.length() + (text.length() >> 1)];
        }
        text.getChars(0, text.length(), room, 0);
        return room;
    }

    /** What is known of the word in the given range, which was read last. */
    Form form(char[] text, int start, int end) {
        long low = reader.low();
        long high = reader.high();
        int first = ((int) WordReader.mix(low, high) & SETS - 1) * PLACES;
        long second = entries[2 * first + 1];
        if (entries[2 * first] == low && (second & HIGH_MASK) == high && high != 0) {
            starts = (int) (second >>> WordReader.HIGH_BITS);
            return forms[first];
        }
        return bringForward(text, start, end, first);
    }

    /** Finds the form in another place, and lets it change places with the first, where it is met soonest; or makes it. */
    private Form bringForward(char[] text, int start, int end, int first) {
        long low = reader.low();
        long high = reader.high();
        int place = first;
        while (place < first + PLACES && !isAt(place, text, start, end, low, high)) {
            place++;
        }
        if (place == first + PLACES) {
            return put(first, newForm(text, start, end));
        }
        Form form = forms[place];
        long second = entries[2 * place + 1];
        entries[2 * place] = entries[2 * first];
        entries[2 * place + 1] = entries[2 * first + 1];
        forms[place] = forms[first];
        entries[2 * first] = low;
        entries[2 * first + 1] = second;
        forms[first] = form;
        starts = (int) (second >>> WordReader.HIGH_BITS);
        return form;
    }

    private Form put(int first, Form form) {
        System.arraycopy(entries, 2 * first, entries, 2 * first + 2, 2 * (PLACES - 1));
        System.arraycopy(forms, first, forms, first + 1, PLACES - 1);
        starts = form.starts();
        entries[2 * first] = reader.low();
        entries[2 * first + 1] = reader.high() | (long) starts << WordReader.HIGH_BITS;
        forms[first] = form;
        return form;
    }

    /** The form of the word that was read last. Words that its numbers tell and of which nothing is known share one. */
    private Form newForm(char[] text, int start, int end) {
        Form form = Form.of(Arrays.copyOfRange(text, start, end), words);
        return reader.isWhole() && form.starts() == Form.NOTHING_KNOWN ? Form.UNKNOWN : form;
    }

    /** Whether the place has the form of the word with the given numbers, which alone may not tell it. */
    private boolean isAt(int place, char[] text, int start, int end, long low, long high) {
        return entries[2 * place] == low
                && (entries[2 * place + 1] & HIGH_MASK) == high
                && (high != 0 || forms[place] != null && forms[place].isOf(text, start, end));
    }

    /** The starts of the form that was asked for last. */
    int starts() {
        return starts & (1 << Starts.BITS) - 1;
    }
}
