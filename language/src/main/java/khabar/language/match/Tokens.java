package khabar.language.match;

import java.util.Arrays;
import java.util.List;
import khabar.language.halfspace.HalfSpaces;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Span;
import khabar.language.word.WordReader;

/**
 * The words of one text. A half-space divides words, too; what it attaches to a word as a suffix is
 * noted with that word. Offsets count characters of the match key. Immutable.
 */
public final class Tokens {
    /** Of each word: start, end, end with what is attached, and starts with flags above them. */
    private static final int FIELDS = 4;

    private static final int END = 1;
    private static final int FULL_END = 2;
    private static final int FLAGS = 3;
    private static final int JOINED = 1 << 24;
    private static final int FLOWS = 1 << 25;
    private static final int SUFFIX_SHIFT = 26;
    private static final Suffix[] SUFFIXES = Suffix.values();
    private static final Form[] NO_FORMS = new Form[0];
    private static final int[] NONE = new int[0];
    /** The lowest bits of eight bytes. */
    private static final long ONES = 0x0101010101010101L;
    /** By multiplication brings them together in the highest byte. */
    private static final long GATHER = 0x0102040810204080L;

    private final NormalizedText text;
    private int[] fields;
    private Form[] forms;
    private int size;
    /** The words to which a half-space attaches something, ascending, and what is known of them with it. */
    private int[] suffixed = NONE;

    private Form[] fullForms = NO_FORMS;
    private int suffixedCount;
    /** Of each word, bits of the tries of which a phrase may begin with it; the length is a multiple of eight. */
    private byte[] phrases = new byte[0];

    private Tokens(NormalizedText text, int[] fields, Form[] forms) {
        this.text = text;
        this.fields = fields;
        this.forms = forms;
    }

    /** The words of the given text, and what the vocabulary knows of them. */
    public static Tokens of(NormalizedText text, Vocabulary words) {
        return of(List.of(text), words).get(0);
    }

    /** The words of each of the given texts, and what the vocabulary knows of them. */
    public static List<Tokens> of(List<NormalizedText> texts, Vocabulary words) {
        FormCache cache = words.borrowCache();
        Tokens[] all = new Tokens[texts.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = of(texts.get(i), words, cache);
        }
        words.giveBack(cache);
        return List.of(all);
    }

    private static Tokens of(NormalizedText text, Vocabulary words, FormCache cache) {
        int capacity = 8 + text.key().length() / 4;
        Tokens tokens = new Tokens(text, cache.fields(FIELDS * capacity), new Form[capacity]);
        new Tokenizer(text, words, tokens, cache).read();
        tokens.fields = Arrays.copyOf(tokens.fields, FIELDS * tokens.size);
        tokens.phrases = tokens.findPhrases();
        return tokens;
    }

    /** The words of the given text alone, for a vocabulary that still grows. */
    static Tokens wordsOf(NormalizedText text, Vocabulary words) {
        Tokens tokens = new Tokens(text, new int[FIELDS * (4 + text.key().length() / 4)], NO_FORMS);
        new Tokenizer(text, words, tokens, null).read();
        return tokens;
    }

    /** Adds a word with its form and the starts of that. */
    void add(int start, int end, Form form, int starts, boolean joined, boolean flows) {
        add(start, end, joined, flows);
        int last = size - 1;
        if (last == forms.length) {
            forms = Arrays.copyOf(forms, size * 2);
        }
        forms[last] = form;
        fields[last * FIELDS + FLAGS] |= starts;
    }

    /** Adds a word. */
    void add(int start, int end, boolean joined, boolean flows) {
        int at = size++ * FIELDS;
        if (at == fields.length) {
            fields = Arrays.copyOf(fields, at * 2);
        }
        fields[at] = start;
        fields[at + END] = end;
        fields[at + FULL_END] = end;
        fields[at + FLAGS] = (joined ? JOINED : 0) | (flows ? FLOWS : 0);
    }

    /** Adds a suffix to the word that was added last, and what is known of the word with it. */
    void addSuffix(Suffix suffix, int fullEnd, Form fullForm, int fullStarts) {
        addSuffix(suffix, fullEnd);
        int last = size - 1;
        putFullForm(last, fullForm);
        int flags = fields[last * FIELDS + FLAGS] & -JOINED;
        fields[last * FIELDS + FLAGS] = flags | forms[last].starts() | fullStarts;
    }

    /** Adds a suffix to the word that was added last. */
    void addSuffix(Suffix suffix, int fullEnd) {
        int at = (size - 1) * FIELDS;
        Suffix before = suffix(size - 1);
        Suffix kind = before == Suffix.DERIVED ? before : suffix;
        int others = (1 << SUFFIX_SHIFT) - 1;
        fields[at + FLAGS] = fields[at + FLAGS] & others | kind.ordinal() << SUFFIX_SHIFT;
        fields[at + FULL_END] = fullEnd;
    }

    private void putFullForm(int token, Form form) {
        boolean again = suffixedCount > 0 && suffixed[suffixedCount - 1] == token;
        if (!again && suffixedCount++ == suffixed.length) {
            suffixed = Arrays.copyOf(suffixed, suffixedCount * 2 + 6);
            fullForms = Arrays.copyOf(fullForms, suffixed.length);
        }
        suffixed[suffixedCount - 1] = token;
        fullForms[suffixedCount - 1] = form;
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
        return fields[token * FIELDS];
    }

    /** Where the word ends, without what a half-space attaches to it. */
    public int end(int token) {
        return fields[token * FIELDS + END];
    }

    /** Where the word ends with what a half-space attaches to it. */
    public int fullEnd(int token) {
        return fields[token * FIELDS + FULL_END];
    }

    /** What a half-space attaches to the word. */
    public Suffix suffix(int token) {
        return SUFFIXES[flags(token) >> SUFFIX_SHIFT];
    }

    /** Whether a half-space attaches the word to the one before it. */
    public boolean isJoined(int token) {
        return (flags(token) & JOINED) != 0;
    }

    /**
     * Whether a phrase may run on from the word before into the given one: only spaces, hyphens, apostrophes,
     * the dots of an abbreviation or the plus of a number stand between them, all on one line.
     */
    public boolean flowsInto(int token) {
        return (flags(token) & FLOWS) != 0;
    }

    /** The last of the words that half-spaces attach to the given one, or itself. */
    public int endOfWord(int token) {
        int last = token;
        while (last + 1 < size && isJoined(last + 1)) {
            last++;
        }
        return last;
    }

    private int flags(int token) {
        return fields[token * FIELDS + FLAGS];
    }

    /** Whether a phrase of the trie may start with the word, with or without what a half-space attaches to it. */
    public boolean mayStart(int token, TokenTrie trie) {
        return (flags(token) & trie.bit()) != 0;
    }

    /**
     * A bit for each of the 64 words from the given one on, whose number is a multiple of 64, with which a phrase of the
     * trie may begin: the word is one, or the next one may go on with it. What a word loses for that is the trie's choice.
     */
    public long phrases(int from, TokenTrie trie) {
        int shift = Integer.numberOfTrailingZeros(trie.bit());
        int to = Math.min(phrases.length, from + Long.SIZE);
        long found = 0;
        for (int token = from; token < to; token += Long.BYTES) {
            long eight = WordReader.eight(phrases, token) >>> shift & ONES;
            found |= (eight * GATHER >>> Long.SIZE - Long.BYTES) << token;
        }
        return found;
    }

    private byte[] findPhrases() {
        byte[] found = new byte[size + Long.BYTES - 1 & -Long.BYTES];
        int goesOn = 0;
        for (int token = size - 1; token >= 0; token--) {
            int flags = flags(token);
            found[token] = (byte) Starts.phrases(flags, goesOn);
            goesOn = (flags & FLOWS) == 0 ? 0 : Starts.continues(flags);
        }
        return found;
    }

    /** Whether a phrase of the trie may go on with the word, with or without anything that is attached to it. */
    public boolean mayContinue(int token, TokenTrie trie) {
        return (flags(token) & Starts.ofContinued(trie.bit())) != 0;
    }

    /** Whether the word, with or without what a half-space attaches to it, may have the mark of the vocabulary. */
    public boolean isMarked(int token, int mark) {
        return (flags(token) & mark) != 0;
    }

    /** Whether one of the bits of {@link HalfSpaces#wordBits} is true of the word with what a half-space attaches to it. */
    public boolean isInDictionary(int token, int bits) {
        int found = suffix(token) == Suffix.NONE
                ? Starts.dictionary(flags(token))
                : HalfSpaces.shipped().wordBits(text.key(), start(token), fullEnd(token));
        return (found & bits) != 0;
    }

    /** What is known of the word without what a half-space attaches to it. */
    public Form form(int token) {
        return forms[token];
    }

    /** What is known of the word with what a half-space attaches to it. */
    public Form fullForm(int token) {
        return suffix(token) == Suffix.NONE
                ? forms[token]
                : fullForms[Arrays.binarySearch(suffixed, 0, suffixedCount, token)];
    }

    /** The word with what a half-space attaches to it, for readers; matching does not need it. */
    public String word(int token) {
        return text.key().substring(start(token), fullEnd(token));
    }

    /** The character of the original that the key character at the given index begins with. */
    public char originalAt(int keyIndex) {
        return text.original().charAt(text.originalStart(keyIndex));
    }

    /** The range of the original text that the given range of the match key came from. */
    public Span span(int textIndex, int keyStart, int keyEnd) {
        return text.span(textIndex, keyStart, keyEnd);
    }
}
