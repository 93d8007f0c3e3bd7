package khabar.language.match;

import java.util.Arrays;
import java.util.List;
import khabar.language.compiled.ArrayReader;
import khabar.language.compiled.ArrayWriter;

/**
 * A trie over the words of a {@link Vocabulary}: phrases lead from {@link #ROOT} word by word to a node with values. Immutable
 * and safe for many threads once built.
 */
public final class TokenTrie {
    /** The node where every phrase starts. */
    public static final int ROOT = 0;
    /** No such word, or no such node. */
    public static final int NONE = -1;

    /** There are no more tries over one vocabulary. */
    static final int MOST_TRIES = 1 << 19;

    /** What a word of a text may lose before it is looked up in a trie. */
    public enum Loss {
        NOTHING,
        /** A clitic at its end, or a prefix such as a preposition. */
        CLITIC,
        INFLECTION
    }

    /**
     * Of each node: the index of its first value, a bit for each word that leads on, of which some share one,
     * the first of the nodes that these words lead to, and the hash of the word that leads here. The nodes
     * that a node leads to follow each other, in the order of their hashes.
     */
    private static final int FIELDS = 4;

    private static final int BITS = 1;
    private static final int NEXT = 2;
    private static final int HASH = 3;
    private static final int BIT_SHIFT = Integer.SIZE - 5;

    private final int number;
    private final int bit;
    private final int[] nodes;
    private final int[] values;
    private final Edges edges;

    private TokenTrie(int number, int[] nodes, int[] values, Edges edges) {
        this.number = number;
        this.bit = Starts.bit(number);
        this.nodes = nodes;
        this.values = values;
        this.edges = edges;
    }

    /** Reads what {@link #write} has written, and makes it known to the vocabulary, which was written beside it. */
    public static TokenTrie read(ArrayReader in, Vocabulary words) {
        TokenTrie trie = new TokenTrie(in.number(), in.ints(), in.ints(), new Edges(in.longs()));
        words.add(trie);
        return trie;
    }

    /** Writes everything but the words. */
    public void write(ArrayWriter out) {
        out.number(number).ints(nodes).ints(values).longs(edges.bits);
    }

    /** Which words lead on from which nodes: a bit is set where one may, and hardly any where none does. */
    private static final class Edges {
        private static final int BITS_EACH = 8;

        private final long[] bits;
        private final int shift;

        Edges(int count) {
            this(new long[Math.max(1, Integer.highestOneBit(count) * 2 / (Long.SIZE / BITS_EACH))]);
        }

        Edges(long[] bits) {
            this.bits = bits;
            shift = Long.SIZE - Long.numberOfTrailingZeros((long) bits.length * Long.SIZE);
        }

        private int index(int node, int hash) {
            return (int) (((long) hash << Integer.SIZE | node) * 0x9E3779B97F4A7C15L >>> shift);
        }

        void add(int node, int hash) {
            int index = index(node, hash);
            bits[index >> 6] |= 1L << index;
        }

        /** In the lowest bit of the answer 1 where there may be one; others mean nothing. */
        int maybe(int node, int hash) {
            int index = index(node, hash);
            return (int) (bits[index >> 6] >>> index);
        }
    }

    /** The number of this trie among those over the same vocabulary. */
    int number() {
        return number;
    }

    /** The bit of this trie in {@link Starts}. */
    int bit() {
        return bit;
    }

    /** The node that the given word leads to, or {@link #NONE}. */
    public int child(int node, int word) {
        int hash = hash(word);
        int at = node * FIELDS;
        int maybe = nodes[at + BITS] >>> (hash >>> BIT_SHIFT) & edges.maybe(node, hash);
        return (maybe & 1) != 0 && word != NONE ? search(nodes[at + NEXT], nodes[at + FIELDS + NEXT], hash) : NONE;
    }

    /** Searches from one node to another for the one with the hash, from where it is if hashes are spread evenly. */
    private int search(int from, int to, int hash) {
        int node = from + (int) (Integer.toUnsignedLong(hash) * (to - from) >>> Integer.SIZE);
        boolean up = isLess(nodes[node * FIELDS + HASH], hash);
        while (node >= from && node < to) {
            int found = nodes[node * FIELDS + HASH];
            if (found == hash) {
                return node;
            }
            if (isLess(found, hash) != up) {
                return NONE;
            }
            node += up ? 1 : -1;
        }
        return NONE;
    }

    private static boolean isLess(int hash, int other) {
        return Integer.compareUnsigned(hash, other) < 0;
    }

    /** Spreads the numbers of words, no two to the same place. */
    private static int hash(int word) {
        return word * 0x9E3779B9;
    }

    /** Whether no phrase goes on after the node. */
    public boolean isLeaf(int node) {
        return nodes[node * FIELDS + BITS] == 0;
    }

    /** Whether a phrase ends at the node, which may be {@link #NONE}. */
    boolean hasValues(int node) {
        return node != NONE && valuesFrom(node) < valuesTo(node);
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
        private EdgeTable edges = new EdgeTable();
        private long[] pairs = new long[1 << 10];
        private int pairCount;
        private int nodeCount = 1;

        /** A builder of a trie over words that it adds to the given vocabulary; words of texts may lose something. */
        public Builder(Vocabulary words, Loss loss) {
            this.words = words;
            this.number = words.nextTrie(loss);
            if (number >= MOST_TRIES) {
                throw new IllegalStateException("tries: " + (number + 1) + " (expected: at most " + MOST_TRIES + ")");
            }
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
            return node;
        }

        /** The trie with everything that was added; the builder must not be used after that. */
        public TokenTrie build() {
            int[] nodes = new int[(nodeCount + 1) * FIELDS];
            Edges found = new Edges(nodeCount);
            renumber(order(nodes, found));
            Arrays.sort(pairs, 0, pairCount);
            int[] values = new int[pairCount];
            int count = 0;
            for (int i = 0; i < pairCount; i++) {
                if (i == 0 || pairs[i] != pairs[i - 1]) {
                    nodes[((int) (pairs[i] >>> Integer.SIZE) + 1) * FIELDS]++;
                    values[count++] = (int) pairs[i];
                }
            }
            for (int node = 0; node < nodeCount; node++) {
                nodes[(node + 1) * FIELDS] += nodes[node * FIELDS];
            }
            TokenTrie trie = new TokenTrie(number, nodes, Arrays.copyOf(values, count), found);
            words.add(trie);
            return trie;
        }

        /** Lays the nodes out so that those which a node leads to follow each other; answers where each one went. */
        private int[] order(int[] nodes, Edges found) {
            int[] groups = new int[nodeCount + 1];
            long[] children = children(groups);
            int[] inOrder = new int[nodeCount];
            int[] places = new int[nodeCount];
            int next = 1;
            for (int place = 0; place < nodeCount; place++) {
                int node = inOrder[place];
                nodes[place * FIELDS + NEXT] = next;
                for (int i = groups[node]; i < groups[node + 1]; i++) {
                    int hash = (int) (children[i] >>> Integer.SIZE) ^ Integer.MIN_VALUE;
                    nodes[place * FIELDS + BITS] |= 1 << (hash >>> BIT_SHIFT);
                    nodes[next * FIELDS + HASH] = hash;
                    found.add(place, hash);
                    places[(int) children[i]] = next;
                    inOrder[next++] = (int) children[i];
                }
            }
            nodes[nodeCount * FIELDS + NEXT] = nodeCount;
            return places;
        }

        /** The nodes below their hashes, those that one node leads to together, each group in the order of hashes. */
        private long[] children(int[] groups) {
            edges.giveTo((node, word, target) -> groups[node]++);
            for (int node = 1; node <= nodeCount; node++) {
                groups[node] += groups[node - 1];
            }
            long[] children = new long[nodeCount - 1];
            edges.giveTo((node, word, target) ->
                    children[--groups[node]] = (long) (hash(word) ^ Integer.MIN_VALUE) << Integer.SIZE | target);
            for (int node = 0; node < nodeCount; node++) {
                Arrays.sort(children, groups[node], groups[node + 1]);
            }
            edges = new EdgeTable();
            return children;
        }

        private void renumber(int[] places) {
            for (int i = 0; i < pairCount; i++) {
                int node = (int) (pairs[i] >>> Integer.SIZE);
                pairs[i] = (long) places[node] << Integer.SIZE | (int) pairs[i];
            }
        }
    }
}
