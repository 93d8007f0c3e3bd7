package khabar.language.match;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import khabar.language.compiled.ArrayReader;
import khabar.language.compiled.ArrayWriter;
import org.jspecify.annotations.Nullable;

/**
 * All words of the rules by number, and what is attached to words. It grows while rules are read; after
 * that it is only read, and safe for many threads.
 */
public final class Vocabulary {
    private final Clitics clitics;
    private final WordTable words;
    /** Of each word, by its number: bits of the tries in which it starts a phrase, and above them goes on with one. */
    private byte[] roles;
    /** Of each word that has some: bits of its marks. */
    private final Map<Integer, Integer> marks = new HashMap<>();

    private int markCount;

    private static final int[] NOWHERE = new int[0];

    /** By their numbers; null for one that is not built yet. */
    private @Nullable TokenTrie[] tries;
    /** For each loss, bits of the tries that allow it. */
    private final int[] losing;

    /** Caches that no thread uses now: there are never more than threads were at work at once. */
    private final Queue<FormCache> caches = new ConcurrentLinkedQueue<>();

    /** A vocabulary without words, for a language with the given clitics. */
    public Vocabulary(Clitics clitics) {
        this.clitics = clitics;
        words = new WordTable();
        roles = new byte[1 << 9];
        tries = new TokenTrie[0];
        losing = new int[TokenTrie.Loss.values().length];
    }

    /** Reads what {@link #write} has written; its tries are those that {@link TokenTrie#read} gives, and further ones. */
    public Vocabulary(Clitics clitics, ArrayReader in) {
        this.clitics = clitics;
        words = new WordTable(in);
        roles = in.bytes();
        tries = new TokenTrie[in.number()];
        losing = in.ints();
        markCount = in.number();
        int[] marked = in.ints();
        int[] bits = in.ints();
        for (int i = 0; i < marked.length; i++) {
            marks.put(marked[i], bits[i]);
        }
    }

    /** Writes the words, but none of the tries. */
    public void write(ArrayWriter out) {
        words.write(out);
        Map<Integer, Integer> ascending = new TreeMap<>(marks);
        out.bytes(roles)
                .number(tries.length)
                .ints(losing)
                .number(markCount)
                .ints(ascending.keySet().stream().mapToInt(Integer::intValue).toArray())
                .ints(ascending.values().stream().mapToInt(Integer::intValue).toArray());
    }

    /** What is attached to words. */
    public Clitics clitics() {
        return clitics;
    }

    /** The number of a trie that will be built, in which words are looked up that may lose something. */
    int nextTrie(TokenTrie.Loss loss) {
        int number = tries.length;
        tries = Arrays.copyOf(tries, number + 1);
        losing[loss.ordinal()] |= Starts.bit(number);
        return number;
    }

    /** How many tries there are, some of which may not be built yet. */
    int tries() {
        return tries.length;
    }

    /** Bits of the tries in which words are looked up that may lose something. */
    int losing(TokenTrie.Loss loss) {
        return losing[loss.ordinal()];
    }

    /** Notes a trie that was built. */
    void add(TokenTrie trie) {
        tries[trie.number()] = trie;
        caches.clear();
    }

    /** For each trie by its number the node that the word leads to from its root; empty where it leads nowhere. */
    int[] firstNodes(int word) {
        if (word == TokenTrie.NONE || (roles[word] & (1 << Starts.TRIES) - 1) == 0) {
            return NOWHERE;
        }
        int[] nodes = new int[tries.length];
        for (int i = 0; i < nodes.length; i++) {
            TokenTrie trie = tries[i];
            nodes[i] = trie == null ? TokenTrie.NONE : trie.child(TokenTrie.ROOT, word);
        }
        return nodes;
    }

    /** The number of a word that is added where it is new. */
    public int add(String word) {
        int number = words.add(word);
        if (number >= roles.length) {
            roles = Arrays.copyOf(roles, Math.max(number + 1, roles.length * 2));
        }
        // What was found before is no longer true.
        caches.clear();
        return number;
    }

    /** Notes that the word starts phrases of the trie with the given bit. */
    void start(int word, int trie) {
        roles[word] |= (byte) trie;
    }

    /** Notes that phrases of the trie with the given bit go on with the word. */
    void goOn(int word, int trie) {
        roles[word] |= (byte) (trie << Starts.TRIES);
    }

    /** The bit of a mark by which {@link Tokens#isMarked} knows the given words, and perhaps others. */
    public int mark(Collection<Integer> some) {
        int mark = Starts.mark(markCount++);
        some.forEach(word -> marks.merge(word, mark, (a, b) -> a | b));
        caches.clear();
        return mark;
    }

    /** The number of a word with the given {@link WordTable#hash}, or {@link TokenTrie#NONE}. */
    int find(char[] text, int start, int end, int hash) {
        return words.find(text, start, end, hash);
    }

    /** What the word of the given number is as it stands, as {@link Starts} has it. */
    int starts(int word) {
        if (word == TokenTrie.NONE) {
            return 0;
        }
        int starts = roles[word] & (1 << Starts.TRIES) - 1;
        int continues = roles[word] >>> Starts.TRIES & (1 << Starts.TRIES) - 1;
        int alone = 0;
        int[] nodes = firstNodes(word);
        for (int i = 0; i < nodes.length; i++) {
            TokenTrie trie = tries[i];
            alone |= trie != null && trie.hasValues(nodes[i]) ? trie.bit() : 0;
        }
        return Starts.of(starts, alone, continues) | marks.getOrDefault(word, 0);
    }

    /** A cache of forms for one thread, until it is given back. */
    FormCache borrowCache() {
        FormCache cache = caches.poll();
        return cache == null ? new FormCache(this) : cache;
    }

    void giveBack(FormCache cache) {
        caches.offer(cache);
    }
}
