package khabar.language.match;

import java.util.Arrays;

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

    /** The number of the given word, which is added where it is new. */
    int add(CharSequence text, int start, int end) {
        int slot = slotOf(text, start, end);
        if (slots[slot] != UNKNOWN) {
            return slots[slot];
        }
        int word = store(text, start, end);
        slots[slot] = word;
        if (size * 2 > slots.length) {
            rehash();
        }
        return word;
    }

    /** The number of the given word, or {@link #UNKNOWN}. */
    int find(CharSequence text, int start, int end) {
        return slots[slotOf(text, start, end)];
    }

    private int store(CharSequence text, int start, int end) {
        int from = startOf(size);
        if (from + end - start > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(letters.length * 2, from + end - start));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        for (int i = start; i < end; i++) {
            letters[from + i - start] = text.charAt(i);
        }
        ends[size] = from + end - start;
        return size++;
    }

    private int slotOf(CharSequence text, int start, int end) {
        int mask = slots.length - 1;
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        int slot = spread(hash) & mask;
        while (slots[slot] != UNKNOWN && !isWord(slots[slot], text, start, end)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isWord(int word, CharSequence text, int start, int end) {
        int from = startOf(word);
        if (ends[word] - from != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (letters[from + i - start] != text.charAt(i)) {
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
            int hash = 0;
            for (int i = startOf(word); i < ends[word]; i++) {
                hash = hash * 31 + letters[i];
            }
            int slot = spread(hash) & mask;
            while (slots[slot] != UNKNOWN) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = word;
        }
    }

    private int startOf(int word) {
        return word == 0 ? 0 : ends[word - 1];
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }
}
