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
    private static final int FIELDS = 5;
    private static final int NEAR = 8;
    private static final int PRESENT_BITS = 1 << 10;

    private final TokenTrie trie;
    private final List<Tokens> texts;
    private int[] data = new int[FIELDS * 64];
    private int size;
    /** Phrases with the numbers of their occurrences below them, ascending. */
    private long[] order = new long[0];
    /** A bit for each phrase that stands in the article, of which some share one: most that are asked for do not. */
    private final long[] present = new long[PRESENT_BITS / Long.SIZE];

    Occurrences(TokenTrie trie, List<Tokens> texts) {
        this.trie = trie;
        this.texts = texts;
        for (int t = 0; t < texts.size(); t++) {
            scan(t, texts.get(t));
        }
        sortByPhrase();
    }

    private void scan(int text, Tokens tokens) {
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.mayStartInflected(token, trie)) {
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
            add(trie.value(i), text, first, tokens.start(first), tokens.end(token));
        }
        if (token + 1 < tokens.size()
                && !trie.isLeaf(node)
                && tokens.mayContinue(token + 1, trie)
                && tokens.flowsInto(token + 1)) {
            follow(text, tokens, first, token + 1, node);
        }
    }

    private void add(int phrase, int text, int token, int start, int end) {
        if (size > 0 && at(size - 1, 0) == phrase && at(size - 1, 1) == text && at(size - 1, 2) == token) {
            return;
        }
        if ((size + 1) * FIELDS > data.length) {
            data = Arrays.copyOf(data, data.length * 2);
        }
        int base = size++ * FIELDS;
        data[base] = phrase;
        data[base + 1] = text;
        data[base + 2] = token;
        data[base + 3] = start;
        data[base + 4] = end;
    }

    private void sortByPhrase() {
        order = new long[size];
        for (int i = 0; i < size; i++) {
            int phrase = at(i, 0);
            order[i] = (long) phrase << Integer.SIZE | i;
            present[(phrase & PRESENT_BITS - 1) / Long.SIZE] |= 1L << phrase;
        }
        Arrays.sort(order);
    }

    private int at(int index, int field) {
        return data[index * FIELDS + field];
    }

    /** The number of occurrences, which are ordered by phrase and then by place. */
    int size() {
        return size;
    }

    int phrase(int index) {
        return (int) (order[index] >>> Integer.SIZE);
    }

    /** The index after the last one of the same phrase. */
    int endOfPhrase(int index) {
        int phrase = phrase(index);
        int end = index + 1;
        while (end < size && phrase(end) == phrase) {
            end++;
        }
        return end;
    }

    int text(int index) {
        return at((int) order[index], 1);
    }

    Span span(int index) {
        int i = (int) order[index];
        return texts.get(at(i, 1)).span(at(i, 1), at(i, 3), at(i, 4));
    }

    /** The first index of the given phrase, or -1. */
    int firstOf(int phrase) {
        return mayHave(phrase) ? search(phrase) : -1;
    }

    private boolean mayHave(int phrase) {
        return (present[(phrase & PRESENT_BITS - 1) / Long.SIZE] >>> phrase & 1) != 0;
    }

    private int search(int phrase) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (phrase(middle) < phrase) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < size && phrase(low) == phrase ? low : -1;
    }

    /** Whether the given phrase stands within a few words of the given occurrence. */
    boolean standsNear(int index, int phrase) {
        int token = at((int) order[index], 2);
        for (int i = firstOf(phrase); i >= 0 && i < size && phrase(i) == phrase; i++) {
            if (text(i) == text(index) && Math.abs(at((int) order[i], 2) - token) <= NEAR) {
                return true;
            }
        }
        return false;
    }
}
