package khabar.language.match;

import java.util.Arrays;

/** The edges of a trie: (node, word) to node, in one open-addressed table of primitives. */
final class EdgeTable {
    private static final long EMPTY = -1;

    private long[] keys = new long[1 << 10];
    private int[] targets = new int[1 << 10];
    private int size;

    EdgeTable() {
        Arrays.fill(keys, EMPTY);
    }

    /** Where the edge leads, or {@link TokenTrie#NONE}. */
    int target(int node, int word) {
        int slot = slotOf(key(node, word));
        return keys[slot] == EMPTY ? TokenTrie.NONE : targets[slot];
    }

    void put(int node, int word, int target) {
        long key = key(node, word);
        int slot = slotOf(key);
        keys[slot] = key;
        targets[slot] = target;
        size++;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new long[oldKeys.length * 2];
        targets = new int[oldKeys.length * 2];
        Arrays.fill(keys, EMPTY);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int slot = slotOf(oldKeys[i]);
                keys[slot] = oldKeys[i];
                targets[slot] = oldTargets[i];
            }
        }
    }

    private int slotOf(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (keys[slot] != EMPTY && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long key(int node, int word) {
        return ((long) node << 32) | word;
    }
}
