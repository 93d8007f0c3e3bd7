package khabar.language.match;

import java.util.Arrays;
import java.util.List;

/**
 * A trie over the words of a {@link Vocabulary}: phrases lead from {@link #ROOT} word by word to a node with values. Immutable
 * and safe for many threads once built.
 */
public final class TokenTrie {
    /** The node where every phrase starts. */
    public static final int ROOT = 0;
    /** No such word, or no such node. */
    public static final int NONE = -1;

    private final int bit;
    private final EdgeTable edges;
    private final int[] valueStarts;
    private final int[] values;

    private TokenTrie(int bit, EdgeTable edges, int[] valueStarts, int[] values) {
        this.bit = bit;
        this.edges = edges;
        this.valueStarts = valueStarts;
        this.values = values;
    }

    /** Tells this trie from the others over the same vocabulary. */
    int bit() {
        return bit;
    }

    /** The node that the given word leads to, or {@link #NONE}. */
    public int child(int node, int word) {
        return word == NONE ? NONE : edges.target(node, word);
    }

    /** Index of the first value of the given node. */
    public int valuesFrom(int node) {
        return valueStarts[node];
    }

    /** Index after the last value of the given node. */
    public int valuesTo(int node) {
        return valueStarts[node + 1];
    }

    /** The value at an index between {@link #valuesFrom} and {@link #valuesTo}. */
    public int value(int index) {
        return values[index];
    }

    /** Collects phrases and their values, and makes a trie of them. */
    public static final class Builder {
        private final Vocabulary words;
        private final int bit;
        private final EdgeTable edges = new EdgeTable();
        private long[] pairs = new long[1 << 10];
        private int pairCount;
        private int nodes = 1;

        /** A builder of a trie over words that it adds to the given vocabulary. */
        public Builder(Vocabulary words) {
            this.words = words;
            this.bit = words.nextTrie();
        }

        /** Numbers a word that may be asked for, although no phrase may have it. */
        public int word(String word) {
            return words.add(word);
        }

        /** Adds a phrase with a value that is not negative; the same pair twice counts once. */
        public void add(List<String> phrase, int value) {
            int node = ROOT;
            for (String text : phrase) {
                int word = word(text);
                if (node == ROOT) {
                    words.start(word, bit);
                } else {
                    words.goOn(word, bit);
                }
                int next = edges.target(node, word);
                if (next == NONE) {
                    next = nodes++;
                    edges.put(node, word, next);
                }
                node = next;
            }
            if (pairCount == pairs.length) {
                pairs = Arrays.copyOf(pairs, pairCount * 2);
            }
            pairs[pairCount++] = ((long) node << 32) | value;
        }

        /** The trie with everything that was added; the builder must not be used after that. */
        public TokenTrie build() {
            Arrays.sort(pairs, 0, pairCount);
            int[] starts = new int[nodes + 1];
            int[] values = new int[pairCount];
            int count = 0;
            for (int i = 0; i < pairCount; i++) {
                if (i == 0 || pairs[i] != pairs[i - 1]) {
                    starts[(int) (pairs[i] >>> 32) + 1]++;
                    values[count++] = (int) pairs[i];
                }
            }
            for (int node = 0; node < nodes; node++) {
                starts[node + 1] += starts[node];
            }
            return new TokenTrie(bit, edges, starts, Arrays.copyOf(values, count));
        }
    }
}
