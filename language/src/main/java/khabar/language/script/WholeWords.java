package khabar.language.script;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What whole words of the Arabic script say of their language, so that a frequent word is weighed once.
 * Of fixed size; newer words take the places of older ones. For one thread.
 */
final class WholeWords {
    /** Stands for the number of letters of a word of which nothing is known. */
    static final int UNKNOWN = -1;

    /** Bits of the score of one language. The scores of a word are small: it has no more than some letters. */
    private static final int BITS = 12;
    /** Bits of the number of letters of a word, which half-spaces are none of. */
    private static final int LETTER_BITS = 4;
    /** No letter of the Arabic block has this as its lower byte. */
    private static final byte HALF_SPACE = 1;

    private static final int MASK = (1 << BITS) - 1;
    /** Places that lie beside each other, in any of which a word may be kept. */
    private static final int PLACES = 8;

    private static final int SETS = 1 << 12;
    private static final long HIGH_MASK = (1L << WordReader.HIGH_BITS) - 1;
    /** Most words say one of a few things; a word that says another when there are so many is not kept. */
    private static final int MOST_SAYINGS = 1 << 12;

    private static final byte[] LETTERS = letters();

    private final WordReader reader = new WordReader(LETTERS);
    /** Of each place: the first number of the word, then the second and above it what it says and its letters. */
    private final long[] entries = new long[2 * PLACES * SETS];

    private final Map<Long, Integer> numbers = new HashMap<>();
    private long[] sayings = new long[64];

    /**
     * A byte for each letter of the Arabic block and for the half-space, which is often within words. What simply
     * ends a word is no part of it, and all else is rare: a word that has it beside it or in it is read character
     * by character.
     */
    private static byte[] letters() {
        byte[] codes = new byte[Character.MAX_VALUE + 1];
        for (int i = 0; i <= Character.MAX_VALUE; i++) {
            char c = (char) i;
            if (Chars.isArabicLetter(c)) {
                codes[c] = (byte) c;
            } else if (!Folding.endsWord(c)) {
                codes[c] = WordReader.RARE;
            }
        }
        codes[':'] = WordReader.RARE;
        codes[Chars.ZWNJ] = HALF_SPACE;
        return codes;
    }

    WordReader reader() {
        return reader;
    }

    /** Adds what the word that was read last says to the scores; returns its letters, or {@link #UNKNOWN}. */
    int addTo(int[] scores) {
        long low = reader.low();
        long high = reader.high();
        int first = first(low, high);
        boolean known =
                entries[first] == low && (entries[first + 1] & HIGH_MASK) == high || bringForward(first, low, high);
        if (!known) {
            return UNKNOWN;
        }
        int finding = (int) (entries[first + 1] >>> WordReader.HIGH_BITS);
        long packed = sayings[finding >>> LETTER_BITS];
        scores[Cues.FA] += (int) packed & MASK;
        scores[Cues.AR] += (int) (packed >>> BITS) & MASK;
        scores[Cues.UR] += (int) (packed >>> 2 * BITS) & MASK;
        scores[Cues.PS] += (int) (packed >>> 3 * BITS) & MASK;
        scores[Cues.CKB] += (int) (packed >>> 4 * BITS) & MASK;
        return finding & (1 << LETTER_BITS) - 1;
    }

    /** Looks into the other places, and lets a word that is there change places with the first. */
    private boolean bringForward(int first, long low, long high) {
        for (int at = first + 2; at < first + 2 * PLACES; at += 2) {
            long second = entries[at + 1];
            if (entries[at] == low && (second & HIGH_MASK) == high) {
                entries[at] = entries[first];
                entries[at + 1] = entries[first + 1];
                entries[first] = low;
                entries[first + 1] = second;
                return true;
            }
        }
        return false;
    }

    /** Keeps what the word that was read last said, the difference between the scores, and how many letters it has. */
    void put(int[] before, int[] after, int letters) {
        long packed = 0;
        for (int l = Cues.CKB; l >= Cues.FA; l--) {
            packed = packed << BITS | after[l] - before[l];
        }
        if (numbers.size() == MOST_SAYINGS && !numbers.containsKey(packed)) {
            return;
        }
        int number = numbers.computeIfAbsent(packed, said -> numbers.size());
        if (number == sayings.length) {
            sayings = Arrays.copyOf(sayings, number * 2);
        }
        sayings[number] = packed;
        int first = first(reader.low(), reader.high());
        System.arraycopy(entries, first, entries, first + 2, 2 * (PLACES - 1));
        entries[first] = reader.low();
        entries[first + 1] = reader.high() | (long) (number << LETTER_BITS | letters) << WordReader.HIGH_BITS;
    }

    private static int first(long low, long high) {
        return ((int) WordReader.mix(low, high) & SETS - 1) * 2 * PLACES;
    }
}
