package khabar.language.match;

import java.util.Arrays;
import khabar.language.word.BriefWords;
import khabar.language.word.LongWords;
import khabar.language.word.WordReader;

/**
 * The forms that came last, by the letters of their words, so that a frequent word is looked into once. They are
 * numbered as they are found, and frequent words are found early: what these are asked for lies close together.
 * When they are too many, all are forgotten. For one thread at a time.
 */
final class FormCache {
    /** For each UTF-16 code unit of match keys its byte, for a {@link WordReader}. */
    static final byte[] LETTERS = letters();

    /** The first byte of the Arabic block. */
    private static final int ARABIC = 40;

    private static final char FIRST_ARABIC = '\u0620';
    /** When so many forms were found, all are forgotten. */
    private static final int MOST_FORMS = 1 << 16;
    /** The number of the form of which nothing is known but what the dictionary says; so many others follow it. */
    private static final int UNKNOWN = 1;

    private static final int FIRST = UNKNOWN + (1 << Starts.DICTIONARY_BITS);
    /** Longer texts are rare, and the room for them is given back. */
    private static final int MOST_SPARE = 1 << 16;

    private final Vocabulary words;
    /** The numbers of the forms of brief words; those that fall out are found again among all. */
    private final BriefWords brief = new BriefWords();
    /** Those of all words, by a hash where the numbers of the reader do not tell the word. */
    private final LongWords all = new LongWords(1 << 13);
    /** By number, in the order in which they were found; most words that are frequent lie together. */
    private Form[] forms = new Form[1 << 12];
    /** Their starts. */
    private int[] starts = new int[1 << 12];

    private int count = FIRST;
    private final WordReader reader = new WordReader(LETTERS);
    private char[] room = new char[0];
    private int[] fields = new int[0];

    FormCache(Vocabulary words) {
        this.words = words;
        for (int i = UNKNOWN; i < FIRST; i++) {
            forms[i] = Form.UNKNOWN;
            starts[i] = i - UNKNOWN << Starts.DICTIONARY;
        }
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

    /** The number of the form of the brief word with these letters; 0 where it is not kept. */
    int briefForm(long letters) {
        return brief.find(letters);
    }

    /** The number of the form of the word in the given range, which was read last. */
    int form(char[] text, int start, int end) {
        boolean isBrief = reader.isBrief();
        int found = isBrief ? brief.find(reader.low()) : 0;
        if (found == 0) {
            found = find(text, start, end);
            found = found != 0 ? found : put(text, start, end);
            if (isBrief) {
                brief.put(reader.low(), found);
            }
        }
        return found;
    }

    /** The form with the given number. */
    Form form(int number) {
        return forms[number];
    }

    /** The starts of the form with the given number. */
    int starts(int number) {
        return starts[number];
    }

    /** The number of the form of the word in the given range, which was read last, or 0. */
    private int find(char[] text, int start, int end) {
        boolean whole = reader.isWhole();
        int number = Math.max(0, (int) all.find(whole ? reader.low() : hash(text, start, end), reader.high()));
        // Two words may have the same hash.
        return whole || number != 0 && forms[number].isOf(text, start, end) ? number : 0;
    }

    private static long hash(char[] text, int start, int end) {
        long hash = 0;
        for (int i = start; i < end; i++) {
            hash = (hash ^ text[i]) * 0x9E3779B97F4A7C15L;
        }
        return hash;
    }

    /** Keeps the form of the word in the given range, which was read last, and returns its number. */
    private int put(char[] text, int start, int end) {
        int number = number(Form.of(Arrays.copyOfRange(text, start, end), words));
        all.put(reader.isWhole() ? reader.low() : hash(text, start, end), reader.high(), number);
        return number;
    }

    private int number(Form form) {
        // Words that the numbers of the reader tell and of which nothing is known share one.
        if (reader.isWhole() && (form.starts() & Form.NOTHING_KNOWN) != 0) {
            return UNKNOWN + Starts.dictionary(form.starts());
        }
        if (count == MOST_FORMS) {
            brief.clear();
            all.clear();
            Arrays.fill(forms, FIRST, count, null);
            count = FIRST;
        }
        if (count == forms.length) {
            forms = Arrays.copyOf(forms, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
        }
        forms[count] = form;
        starts[count] = form.starts() & ~Form.NOTHING_KNOWN;
        return count++;
    }
}
