package khabar.language.match;

import java.util.Arrays;
import khabar.language.compiled.ArrayReader;
import khabar.language.compiled.ArrayWriter;

/** Numbers the distinct words of a vocabulary; looks a word up in running text without copying it. */
final class WordTable {
    static final int UNKNOWN = -1;

    private char[] letters = new char[1 << 12];
    private int[] ends = new int[1 << 9];
    private int[] slots = new int[1 << 10];
    private int size;

    WordTable() {
        Arrays.fill(slots, UNKNOWN);
    }

    /** Reads what {@link #write} has written. */
    WordTable(ArrayReader in) {
        size = in.number();
        letters = in.chars();
        ends = in.ints();
        slots = in.ints();
    }

    void write(ArrayWriter out) {
        out.number(size)
                .chars(Arrays.copyOf(letters, startOf(size)))
                .ints(Arrays.copyOf(ends, size))
                .ints(slots);
    }

    /** The number of the given word, which is added where it is new. */
    int add(String text) {
        char[] chars = text.toCharArray();
        int slot = slotOf(chars, 0, chars.length, hash(chars, 0, chars.length));
        if (slots[slot] != UNKNOWN) {
            return slots[slot];
        }
        int word = store(chars);
        slots[slot] = word;
        if (size * 2 > slots.length) {
            rehash();
        }
        return word;
    }

    /** The number of the word in the range, which has the given hash, or {@link #UNKNOWN}. */
    int find(char[] text, int start, int end, int hash) {
        return slots[slotOf(text, start, end, hash)];
    }

    /** The hash of a word. It can be made letter by letter, see {@link #step}. */
    static int hash(char[] text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = step(hash, text[i]);
        }
        return hash;
    }

    /** The hash of a word with one more letter; that of no letters is 0. */
    static int step(int hash, char letter) {
        return hash * 31 + letter;
    }

    /** Brings what tells hashes apart into their lower bits. */
    static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }

    private int store(char[] word) {
        int from = startOf(size);
        if (from + word.length > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(letters.length * 2, from + word.length));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, Math.max(1, ends.length * 2));
        }
        System.arraycopy(word, 0, letters, from, word.length);
        ends[size] = from + word.length;
        return size++;
    }

    private int slotOf(char[] text, int start, int end, int hash) {
        int mask = slots.length - 1;
        int slot = spread(hash) & mask;
        while (slots[slot] != UNKNOWN && !isWord(slots[slot], text, start, end)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isWord(int word, char[] text, int start, int end) {
        int from = startOf(word);
        if (ends[word] - from != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (letters[from + i - start] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        Arrays.fill(slots, UNKNOWN);
        int mask = slots.length - 1;
        for (int word = 0; word < size; word++) {
            int slot = spread(hash(letters, startOf(word), ends[word])) & mask;
            while (slots[slot] != UNKNOWN) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = word;
        }
    }

    private int startOf(int word) {
        return word == 0 ? 0 : ends[word - 1];
    }
}
