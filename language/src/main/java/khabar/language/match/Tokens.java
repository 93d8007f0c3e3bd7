package khabar.language.match;

import java.util.Arrays;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Span;
import org.jspecify.annotations.Nullable;

/**
 * The words of one text. A half-space divides words, too; what it attaches to a word as a suffix is
 * noted with that word. Offsets count characters of the match key. Immutable.
 */
public final class Tokens {
    private static final int JOINED = 1;
    private static final int FLOWS = 1 << 1;
    private static final Suffix[] SUFFIXES = Suffix.values();
    private static final int SUFFIX_SHIFT = 2;
    private static final Form[] NO_FORMS = new Form[0];

    private final NormalizedText text;
    private int[] starts;
    private int[] ends;
    private int[] fullEnds;
    private byte[] flags;
    private Form[] forms;
    private Form[] fullForms;
    private int size;

    private Tokens(NormalizedText text, int capacity, boolean withForms) {
        this.text = text;
        starts = new int[capacity];
        ends = new int[capacity];
        fullEnds = new int[capacity];
        flags = new byte[capacity];
        forms = withForms ? new Form[capacity] : NO_FORMS;
        fullForms = forms;
    }

    /** The words of the given text, and what the vocabulary knows of them. */
    public static Tokens of(NormalizedText text, Vocabulary words) {
        Tokens tokens = new Tokens(text, 8 + text.key().length() / 4, true);
        new Tokenizer(text, words, tokens).read();
        return tokens;
    }

    /** The words of the given text alone, for a vocabulary that still grows. */
    static Tokens wordsOf(NormalizedText text, Vocabulary words) {
        Tokens tokens = new Tokens(text, 4 + text.key().length() / 4, false);
        new Tokenizer(text, words, tokens).read();
        return tokens;
    }

    boolean hasForms() {
        return forms != NO_FORMS;
    }

    /** Adds a word; its form is null where forms are not wanted. */
    void add(int start, int end, @Nullable Form form, boolean joined, boolean flows) {
        if (size == starts.length) {
            grow();
        }
        starts[size] = start;
        ends[size] = end;
        fullEnds[size] = end;
        flags[size] = (byte) ((joined ? JOINED : 0) | (flows ? FLOWS : 0));
        if (form != null) {
            forms[size] = form;
            fullForms[size] = form;
        }
        size++;
    }

    /** Adds a suffix to the word that was added last. */
    void addSuffix(Suffix suffix, int fullEnd, @Nullable Form fullForm) {
        int last = size - 1;
        Suffix before = suffix(last);
        int kind = before == Suffix.DERIVED ? before.ordinal() : suffix.ordinal();
        flags[last] = (byte) (flags[last] & (JOINED | FLOWS) | kind << SUFFIX_SHIFT);
        fullEnds[last] = fullEnd;
        if (fullForm != null) {
            if (fullForms == forms) {
                fullForms = forms.clone();
            }
            fullForms[last] = fullForm;
        }
    }

    private void grow() {
        starts = Arrays.copyOf(starts, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
        fullEnds = Arrays.copyOf(fullEnds, size * 2);
        flags = Arrays.copyOf(flags, size * 2);
        if (hasForms()) {
            boolean same = forms == fullForms;
            forms = Arrays.copyOf(forms, size * 2);
            fullForms = same ? forms : Arrays.copyOf(fullForms, size * 2);
        }
    }

    /** The text in which the words stand. */
    public NormalizedText text() {
        return text;
    }

    /** The number of words. */
    public int size() {
        return size;
    }

    /** Where the word begins. */
    public int start(int token) {
        return starts[token];
    }

    /** Where the word ends, without what a half-space attaches to it. */
    public int end(int token) {
        return ends[token];
    }

    /** Where the word ends with what a half-space attaches to it. */
    public int fullEnd(int token) {
        return fullEnds[token];
    }

    /** What a half-space attaches to the word. */
    public Suffix suffix(int token) {
        return SUFFIXES[flags[token] >> SUFFIX_SHIFT];
    }

    /** Whether a half-space attaches the word to the one before it. */
    public boolean isJoined(int token) {
        return (flags[token] & JOINED) != 0;
    }

    /**
     * Whether a phrase may run on from the word before into the given one: only spaces, hyphens,
     * apostrophes or the dots of an abbreviation stand between them, all on one line.
     */
    public boolean flowsInto(int token) {
        return (flags[token] & FLOWS) != 0;
    }

    /** What is known of the word without what a half-space attaches to it. */
    public Form form(int token) {
        return forms[token];
    }

    /** What is known of the word with what a half-space attaches to it. */
    public Form fullForm(int token) {
        return fullForms[token];
    }

    /** The word with what a half-space attaches to it, for readers; matching does not need it. */
    public String word(int token) {
        return text.key().substring(starts[token], fullEnds[token]);
    }

    /** The character of the original that the key character at the given index begins with. */
    public char originalAt(int keyIndex) {
        return text.original().charAt(text.originalStart(keyIndex));
    }

    /** The range of the original text that the given range of the match key came from. */
    public Span span(int textIndex, int keyStart, int keyEnd) {
        return new Span(textIndex, text.originalStart(keyStart), text.originalEnd(keyEnd - 1));
    }
}
