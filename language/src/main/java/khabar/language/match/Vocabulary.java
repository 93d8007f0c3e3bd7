package khabar.language.match;

import java.util.Arrays;

/**
 * All words of the rules by number, and what is attached to words. It grows while rules are read; after
 * that it is only read, and safe for many threads.
 */
public final class Vocabulary {
    /** Forms that are kept, two beside each other: a newer one takes the place of an older one. */
    private static final int SLOTS = 1 << 16;

    private final Clitics clitics;
    private final WordTable words = new WordTable();
    /** Bits of the tries in which a word, by its number, starts a phrase. */
    private int[] starts = new int[1 << 9];

    private int tries;
    /** Forms are immutable, so that threads may lose each other's without harm. */
    private Form[] kept = new Form[0];

    /** A vocabulary without words, for a language with the given clitics. */
    public Vocabulary(Clitics clitics) {
        this.clitics = clitics;
    }

    /** What is attached to words. */
    public Clitics clitics() {
        return clitics;
    }

    /** A bit that tells a trie from the others; where there are too many tries, some share one. */
    int nextTrie() {
        return 1 << tries++;
    }

    /** The number of a word that is added where it is new. */
    int add(String word) {
        int number = words.add(word);
        if (number >= starts.length) {
            starts = Arrays.copyOf(starts, Math.max(number + 1, starts.length * 2));
        }
        // What was found before is no longer true.
        kept = new Form[0];
        return number;
    }

    /** Notes that the word starts phrases of the trie with the given bit. */
    void start(int word, int trie) {
        starts[word] |= trie;
    }

    /** The number of a word, or {@link TokenTrie#NONE}. */
    int find(char[] text, int start, int end) {
        return words.find(text, start, end, WordTable.hash(text, start, end));
    }

    /** Bits of the tries in which the word of the given number starts a phrase. */
    int starts(int word) {
        return word == TokenTrie.NONE ? 0 : starts[word];
    }

    /** What is known of the word that stands in the given range. */
    Form form(char[] text, int start, int end, Signature signature) {
        if (!signature.isWhole()) {
            return Form.of(Arrays.copyOfRange(text, start, end), signature, this);
        }
        Form[] forms = kept;
        if (forms.length == 0) {
            forms = new Form[SLOTS];
            kept = forms;
        }
        int slot = signature.slot(SLOTS);
        Form form = forms[slot];
        if (form != null && form.has(signature)) {
            return form;
        }
        Form other = forms[slot ^ 1];
        if (other != null && other.has(signature)) {
            return other;
        }
        if (form != null) {
            forms[slot ^ 1] = form;
        }
        form = Form.of(Arrays.copyOfRange(text, start, end), signature, this);
        forms[slot] = form;
        return form;
    }
}
