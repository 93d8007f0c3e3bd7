package khabar.language.subject;

import java.util.Arrays;
import java.util.List;
import khabar.language.match.Form;
import khabar.language.match.Suffix;
import khabar.language.match.TokenTrie;
import khabar.language.match.Tokens;
import khabar.language.normalize.Span;

/** Where the phrases of the rules stand in the texts of one article. */
final class Occurrences {
    /** Of each occurrence: phrase, text, first token and last token. */
    private static final int FIELDS = 4;

    private static final int TEXT = 1;
    private static final int FIRST = 2;
    private static final int LAST = 3;
    private static final int NEAR = 8;

    private final TokenTrie trie;
    private final List<Tokens> texts;
    private final Numbers phrases;
    private int[] data = new int[FIELDS * 64];
    private int size;
    /** Of each phrase by its rank where it begins in the order below, and where the last one ends. */
    private final int[] starts;
    /** Occurrences by phrase and then by place. */
    private final int[] order;

    Occurrences(SubjectRules rules, List<Tokens> texts) {
        this.trie = rules.trie();
        this.texts = texts;
        this.phrases = new Numbers(rules.phrases());
        for (int t = 0; t < texts.size(); t++) {
            scan(t, texts.get(t));
        }
        phrases.rank();
        starts = new int[phrases.size() + 1];
        order = new int[size];
        sortByPhrase();
    }

    /** Some of the numbers below a limit. */
    static final class Numbers {
        private final long[] bits;
        /** How many there are below those of each long. */
        private final int[] below;

        private int size;

        Numbers(int limit) {
            bits = new long[(limit >> 6) + 1];
            below = new int[bits.length];
        }

        void add(int number) {
            bits[number >> 6] |= 1L << number;
        }

        /** Adds the numbers whose bits are given. */
        void addAll(long[] others) {
            for (int i = 0; i < others.length; i++) {
                bits[i] |= others[i];
            }
        }

        /** A bit for each of them, 64 in a long; not to be changed. */
        long[] bits() {
            return bits;
        }

        /** To be called when all are added. */
        void rank() {
            size = 0;
            for (int i = 0; i < bits.length; i++) {
                below[i] = size;
                size += Long.bitCount(bits[i]);
            }
        }

        boolean contains(int number) {
            return (bits[number >> 6] >>> number & 1) != 0;
        }

        /** How many of them are smaller. */
        int rankOf(int number) {
            return below[number >> 6] + Long.bitCount(bits[number >> 6] & (1L << number) - 1);
        }

        int size() {
            return size;
        }

        /** All of them, ascending. */
        int[] all() {
            int[] all = new int[size];
            int count = 0;
            for (int i = 0; i < bits.length; i++) {
                for (long rest = bits[i]; rest != 0; rest &= rest - 1) {
                    all[count++] = (i << 6) + Long.numberOfTrailingZeros(rest);
                }
            }
            return all;
        }
    }

    private void scan(int text, Tokens tokens) {
        for (int from = 0; from < tokens.size(); from += Long.SIZE) {
            for (long rest = tokens.phrases(from, trie); rest != 0; rest &= rest - 1) {
                int token = from + Long.numberOfTrailingZeros(rest);
                follow(text, tokens, token, token, TokenTrie.ROOT);
            }
        }
    }

    /** Goes on from a node with the word at the given token, in its own form and without its inflections. */
    private void follow(int text, Tokens tokens, int first, int token, int node) {
        Form form = tokens.form(token);
        arrive(text, tokens, first, token, form.child(trie, node));
        if (tokens.suffix(token) != Suffix.NONE) {
            arrive(text, tokens, first, token, tokens.fullForm(token).child(trie, node));
        }
        Form.Stems stems = form.lessInflection();
        for (int i = 0; i < stems.size(); i++) {
            arrive(text, tokens, first, token, stems.child(i, trie, node));
        }
    }

    private void arrive(int text, Tokens tokens, int first, int token, int node) {
        if (node == TokenTrie.NONE) {
            return;
        }
        for (int i = trie.valuesFrom(node); i < trie.valuesTo(node); i++) {
            add(trie.value(i), text, first, token);
        }
        if (token + 1 < tokens.size()
                && !trie.isLeaf(node)
                && tokens.mayContinue(token + 1, trie)
                && tokens.flowsInto(token + 1)) {
            follow(text, tokens, first, token + 1, node);
        }
    }

    private void add(int phrase, int text, int first, int last) {
        int at = size * FIELDS;
        if (size > 0
                && data[at - FIELDS] == phrase
                && data[at - FIELDS + TEXT] == text
                && data[at - FIELDS + FIRST] == first) {
            return;
        }
        if (at == data.length) {
            data = Arrays.copyOf(data, data.length * 2);
        }
        data[at] = phrase;
        data[at + TEXT] = text;
        data[at + FIRST] = first;
        data[at + LAST] = last;
        size++;
        phrases.add(phrase);
    }

    /** Counts how often each phrase stands in the article, and so finds where those of each begin. */
    private void sortByPhrase() {
        for (int i = 0; i < size; i++) {
            starts[phrases.rankOf(data[i * FIELDS])]++;
        }
        for (int rank = 1; rank < starts.length; rank++) {
            starts[rank] += starts[rank - 1];
        }
        for (int i = size - 1; i >= 0; i--) {
            order[--starts[phrases.rankOf(data[i * FIELDS])]] = i;
        }
    }

    private int at(int index, int field) {
        return data[order[index] * FIELDS + field];
    }

    /** The number of occurrences, which are ordered by phrase and then by place. */
    int size() {
        return size;
    }

    /** The number of phrases that stand in the article. */
    int phrases() {
        return phrases.size();
    }

    /** The first occurrence of the phrase that so many smaller ones stand before; those of the next one follow. */
    int from(int rank) {
        return starts[rank];
    }

    int phrase(int index) {
        return at(index, 0);
    }

    int text(int index) {
        return at(index, TEXT);
    }

    Span span(int index) {
        int text = at(index, TEXT);
        Tokens tokens = texts.get(text);
        return tokens.span(text, tokens.start(at(index, FIRST)), tokens.end(at(index, LAST)));
    }

    /** Whether the given phrase stands in the article. */
    boolean have(int phrase) {
        return phrases.contains(phrase);
    }

    /** Whether the given phrase stands within a few words of the given occurrence. */
    boolean standsNear(int index, int phrase) {
        if (!have(phrase)) {
            return false;
        }
        int rank = phrases.rankOf(phrase);
        for (int i = starts[rank]; i < starts[rank + 1]; i++) {
            if (text(i) == text(index) && Math.abs(at(i, FIRST) - at(index, FIRST)) <= NEAR) {
                return true;
            }
        }
        return false;
    }
}
