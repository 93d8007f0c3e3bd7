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

    /** Of each node: the index of its first value, and a bit for each word that leads on, of which some share one. */
    private static final int FIELDS = 2;

    private final int number;
    private final EdgeTable edges;
    private final int[] nodes;
    private final int[] values;

    private TokenTrie(int number, EdgeTable edges, int[] nodes, int[] values) {
        this.number = number;
        this.edges = edges;
        this.nodes = nodes;
        this.values = values;
    }

    /** The number of this trie among those over the same vocabulary. */
    int number() {
        return number;
    }

    /** The bit of this trie in {@link Starts}. */
    int bit() {
        return Starts.bit(number);
    }

    /** The node that the given word leads to, or {@link #NONE}. */
    public int child(int node, int word) {
        boolean maybe = word != NONE && (nodes[node * FIELDS + 1] & wordBit(word)) != 0;
        return maybe ? edges.target(node, word) : NONE;
    }

    /** Whether no phrase goes on after the node. */
    public boolean isLeaf(int node) {
        return nodes[node * FIELDS + 1] == 0;
    }

    private static int wordBit(int word) {
        return 1 << (word * 0x9E3779B9 >>> Integer.SIZE - 5);
    }

    /** Index of the first value of the given node. */
    public int valuesFrom(int node) {
        return nodes[node * FIELDS];
    }

    /** Index after the last value of the given node. */
    public int valuesTo(int node) {
        return nodes[(node + 1) * FIELDS];
    }

    /** The value at an index between {@link #valuesFrom} and {@link #valuesTo}. */
    public int value(int index) {
        return values[index];
    }

    /** Collects phrases and their values, and makes a trie of them. */
    public static final class Builder {
        private final Vocabulary words;
        private final int number;
        private final EdgeTable edges = new EdgeTable();
        private long[] pairs = new long[1 << 10];
        private int pairCount;
        /** Of each node the bits of the words that lead on. */
        private int[] wordBits = new int[1 << 10];

        private int nodeCount = 1;

        /** A builder of a trie over words that it adds to the given vocabulary. */
        public Builder(Vocabulary words) {
            this.words = words;
            this.number = words.nextTrie();
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
                    words.start(word, Starts.bit(number));
                } else {
                    words.goOn(word, Starts.bit(number));
                }
                int next = edges.target(node, word);
                node = next == NONE ? addNode(node, word) : next;
            }
            if (pairCount == pairs.length) {
                pairs = Arrays.copyOf(pairs, pairCount * 2);
            }
            pairs[pairCount++] = ((long) node << 32) | value;
        }

        private int addNode(int parent, int word) {
            int node = nodeCount++;
            edges.put(parent, word, node);
            wordBits[parent] |= wordBit(word);
            if (nodeCount == wordBits.length) {
                wordBits = Arrays.copyOf(wordBits, nodeCount * 2);
            }
            return node;
        }

        /** The trie with everything that was added; the builder must not be used after that. */
        public TokenTrie build() {
            Arrays.sort(pairs, 0, pairCount);
            int[] nodes = new int[(nodeCount + 1) * FIELDS];
            int[] values = new int[pairCount];
            int count = 0;
            for (int i = 0; i < pairCount; i++) {
                if (i == 0 || pairs[i] != pairs[i - 1]) {
                    nodes[((int) (pairs[i] >>> 32) + 1) * FIELDS]++;
                    values[count++] = (int) pairs[i];
                }
            }
            for (int node = 0; node < nodeCount; node++) {
                nodes[(node + 1) * FIELDS] += nodes[node * FIELDS];
                nodes[node * FIELDS + 1] = wordBits[node];
            }
            TokenTrie trie = new TokenTrie(number, edges, nodes, Arrays.copyOf(values, count));
            words.add(trie);
            return trie;
        }
    }
}
