package khabar.language.match;

import java.util.Arrays;

/** The edges of a trie that still grows: (node, word) to node, in one open-addressed table of primitives. */
final class EdgeTable {
    /** Of each slot: node, word and target, and room that keeps slots within a line of memory. */
    private static final int FIELDS = 4;

    private static final int WORD = 1;
    private static final int TARGET = 2;
    private static final int EMPTY = -1;

    private int[] slots = empty(1 << 10);
    private int size;

    private static int[] empty(int count) {
        int[] slots = new int[FIELDS * count];
        Arrays.fill(slots, EMPTY);
        return slots;
    }

    /** Where the edge leads, or {@link TokenTrie#NONE}. */
    int target(int node, int word) {
        return slots[slotOf(node, word) + TARGET];
    }

    void put(int node, int word, int target) {
        set(node, word, target);
        size++;
        if (size * 2 * FIELDS > slots.length) {
            int[] old = slots;
            slots = empty(old.length / FIELDS * 2);
            for (int at = 0; at < old.length; at += FIELDS) {
                if (old[at] != EMPTY) {
                    set(old[at], old[at + WORD], old[at + TARGET]);
                }
            }
        }
    }

    /** What is done with an edge. */
    interface Taker {
        /** Takes an edge. */
        void take(int node, int word, int target);
    }

    /** Gives all edges to the taker, in no order. */
    void giveTo(Taker taker) {
        for (int at = 0; at < slots.length; at += FIELDS) {
            if (slots[at] != EMPTY) {
                taker.take(slots[at], slots[at + WORD], slots[at + TARGET]);
            }
        }
    }

    private void set(int node, int word, int target) {
        int at = slotOf(node, word);
        slots[at] = node;
        slots[at + WORD] = word;
        slots[at + TARGET] = target;
    }

    /** Where the slot of the edge begins, or the empty one that would take it. */
    private int slotOf(int node, int word) {
        int mask = slots.length - 1;
        long mixed = ((long) node << Integer.SIZE | word) * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> Integer.SIZE) * FIELDS & mask;
        while (slots[at] != EMPTY && (slots[at] != node || slots[at + WORD] != word)) {
            at = at + FIELDS & mask;
        }
        return at;
    }
}
