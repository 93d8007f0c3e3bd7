package khabar.language.script;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What whole words of the Arabic script say of their language, so that a frequent word is weighed once.
 * Of fixed size; newer words take the places of older ones. For one thread.
 */
final class WholeWords {
    /** Bits of the score of one language. The scores of a word are small: it has no more than some letters. */
    private static final int BITS = 12;

    private static final int MASK = (1 << BITS) - 1;
    /** Places that lie beside each other, in any of which a word may be kept. */
    private static final int PLACES = 4;

    private static final int SETS = 1 << 12;
    private static final long HIGH_MASK = (1L << WordReader.HIGH_BITS) - 1;
    /** Most words say one of a few things; a word that says another when there are so many is not kept. */
    private static final int MOST_SAYINGS = 1 << 12;

    private static final byte[] LETTERS = letters();

    private final WordReader reader = new WordReader(LETTERS);
    /** Of each place: the first number of the word, then the second with the number of what it says above it. */
    private final long[] entries = new long[2 * PLACES * SETS];

    private final Map<Long, Integer> numbers = new HashMap<>();
    private long[] sayings = new long[64];

    /**
     * A byte for each letter of the Arabic block. What simply ends a word is no part of it, and all else is
     * rare: a word that has it beside it or in it is read character by character.
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
        return codes;
    }

    WordReader reader() {
        return reader;
    }

    /** Adds what the word that was read last says to the scores; false where that is not known. */
    boolean addTo(int[] scores) {
        long low = reader.low();
        long high = reader.high();
        int first = first(low, high);
        for (int at = first; at < first + 2 * PLACES; at += 2) {
            long second = entries[at + 1];
            if (entries[at] == low && (second & HIGH_MASK) == high) {
                long packed = sayings[(int) (second >>> WordReader.HIGH_BITS)];
                scores[Cues.FA] += (int) packed & MASK;
                scores[Cues.AR] += (int) (packed >>> BITS) & MASK;
                scores[Cues.UR] += (int) (packed >>> 2 * BITS) & MASK;
                scores[Cues.PS] += (int) (packed >>> 3 * BITS) & MASK;
                scores[Cues.CKB] += (int) (packed >>> 4 * BITS) & MASK;
                return true;
            }
        }
        return false;
    }

    /** Keeps what the word that was read last said: the difference between the scores. */
    void put(int[] before, int[] after) {
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
        entries[first + 1] = reader.high() | (long) number << WordReader.HIGH_BITS;
    }

    private static int first(long low, long high) {
        return ((int) WordReader.mix(low, high) & SETS - 1) * 2 * PLACES;
    }
}
