package khabar.language.word;

import java.util.Map;
import khabar.language.compiled.ArrayReader;
import khabar.language.compiled.ArrayWriter;

/** Bits for a few of many words, by their numbers. Immutable. */
public final class WordBits {
    /** Of each slot one more than the number of a word, or 0, and its bits. */
    private static final int FIELDS = 2;

    private final int[] slots;

    /** The bits of the words with the given numbers, which are not negative. */
    public WordBits(Map<Integer, Integer> bitsOf) {
        slots = new int[FIELDS * 4 * Integer.highestOneBit(bitsOf.size() + 1)];
        bitsOf.forEach((word, bits) -> {
            int slot = slot(word);
            slots[slot] = word + 1;
            slots[slot + 1] = bits;
        });
    }

    /** Reads what {@link #write} has written. */
    public WordBits(ArrayReader in) {
        slots = in.ints();
    }

    /** Writes words and bits. */
    public void write(ArrayWriter out) {
        out.ints(slots);
    }

    /** The bits of the word with the given number, which may be none; 0 if there are none. */
    public int of(int word) {
        return slots[slot(word) + 1];
    }

    /** Where the word stands, or the empty slot that would take it. */
    private int slot(int word) {
        int mask = slots.length - 1;
        int slot = (word * 0x9E3779B9 >>> 7) * FIELDS & mask;
        while (slots[slot] != 0 && slots[slot] != word + 1) {
            slot = slot + FIELDS & mask;
        }
        return slot;
    }
}
