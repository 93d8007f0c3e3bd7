package khabar.language.english;

import java.util.Arrays;
import java.util.Set;
import khabar.language.english.EnglishWords.Kind;
import khabar.language.match.Tokens;
import khabar.language.normalize.NormalizedText;

/**
 * One English text as its rules see it: which words have a capital, what stands between them, which are in a known
 * name and which in one that was found.
 */
final class EnglishText {
    /** No word. */
    static final int NONE = -1;

    private static final int NOTHING = 0;
    private static final int BEGINS = 1;
    private static final int NEXT = 1 << 1;
    private static final int TIED = 1 << 2;
    private static final int HYPHEN = 1 << 3;
    private static final long KEPT = 1L << 63;
    private static final int SHORTEST_OF_DIGITS = 4;
    private static final int LONGEST_ACRONYM = 6;
    private static final String ENDS = ".!?:;\"\u201c\u201d\u2022|";
    private static final char APOSTROPHE = '\u2019';
    private static final int[] NO_WORDS = new int[0];

    private final Tokens tokens;
    private final int index;
    private final EnglishWords words;
    private final String key;
    private final int size;
    /** Of each word that was asked for, bits of its kinds, and {@link #KEPT}. */
    private final long[] kinds;
    /** A bit for each word that has a capital. */
    private final long[] capitals;
    /** A bit for each word that is in a name that was found. */
    private final long[] taken;

    private final KnownWords known;
    private final TextRoom room;
    /** Words that begin with a digit and may be names. */
    private int[] digits = NO_WORDS;

    EnglishText(Tokens tokens, int index, EnglishWords words, TextRoom room) {
        this.tokens = tokens;
        this.index = index;
        this.words = words;
        this.room = room;
        key = tokens.text().key();
        size = tokens.size();
        capitals = new long[(size >> 6) + 1];
        taken = new long[capitals.length];
        known = new KnownWords(tokens, room);
        kinds = room.begin(size);
        findCapitals();
        findRuns();
    }

    private void findCapitals() {
        NormalizedText text = tokens.text();
        String original = text.original();
        for (int i = 0; i < size; i++) {
            char c = original.charAt(text.originalStart(tokens.start(i)));
            if (c >= 'A' && (c <= 'Z' || c > 'z' && Character.isUpperCase(c))) {
                capitals[i >> 6] |= 1L << i;
            } else if (c >= '0' && c <= '9' && length(i) >= SHORTEST_OF_DIGITS) {
                digits = Arrays.copyOf(digits, digits.length + 1);
                digits[digits.length - 1] = i;
            }
        }
    }

    /** Words that begin with a digit and are as long as names. */
    int[] digits() {
        return digits;
    }

    private boolean isUpper(int token) {
        NormalizedText text = tokens.text();
        int start = text.originalStart(tokens.start(token));
        String original = text.original();
        int length = length(token);
        if (length < 2 || length > LONGEST_ACRONYM || start + length > original.length()) {
            return false;
        }
        for (int i = start + 1; i < start + length; i++) {
            char c = original.charAt(i);
            if (!Character.isUpperCase(c) && !Character.isDigit(c)) {
                return false;
            }
        }
        return true;
    }

    /** What stands between the word and the one before it. */
    private int gap(int token) {
        if (token <= 0 || token >= size) {
            return token == 0 ? BEGINS : NOTHING;
        }
        int from = tokens.fullEnd(token - 1);
        int length = tokens.start(token) - from;
        boolean flows = tokens.flowsInto(token);
        char first = length > 0 ? key.charAt(from) : ' ';
        if (flows && length == 1) {
            return switch (first) {
                case ' ' -> NEXT;
                case '-' -> HYPHEN;
                case '\'', APOSTROPHE -> tokens.end(token - 1) - tokens.start(token - 1) == 1 ? TIED : 0;
                case '.' -> TIED;
                default -> 0;
            };
        }
        if (flows) {
            return 0;
        }
        boolean and = length == 1 && first == '&' || length == 3 && key.startsWith(" & ", from);
        boolean tied = and || isInitial(token - 1) && length == 2 && key.startsWith(". ", from);
        return tied && !isOnNewLine(token) ? TIED : begins(from, length);
    }

    private boolean isOnNewLine(int token) {
        int start = tokens.text().originalStart(tokens.start(token));
        return start > 0 && tokens.text().original().charAt(start - 1) == '\n';
    }

    /** Whether the word before may have a dot that ends no sentence. */
    private boolean isInitial(int token) {
        return isCapital(token) && (length(token) == 1 || isKind(token, Kind.TITLE));
    }

    private int begins(int from, int length) {
        boolean any = false;
        for (int i = from; i < from + length; i++) {
            char c = key.charAt(i);
            if (ENDS.indexOf(c) >= 0) {
                return BEGINS;
            }
            any |= c != ' ';
        }
        return any ? 0 : BEGINS;
    }

    private void findRuns() {
        for (int first = nextCapital(0); first < size; first = nextCapital(first)) {
            int last = runFrom(first);
            int end = last;
            if (last + 1 < size && gap(last + 1) == HYPHEN) {
                // "Berlin-based"
                do {
                    end--;
                } while (end >= first && gap(end + 1) == HYPHEN);
            }
            if (end >= first) {
                addRun(first, end);
            }
            first = last + 1;
        }
    }

    /** The first word with a capital from the given one on, or their number. */
    private int nextCapital(int from) {
        int word = from >> 6;
        if (word >= capitals.length) {
            return size;
        }
        long bits = capitals[word] & -1L << from;
        while (bits == 0) {
            if (++word == capitals.length) {
                return size;
            }
            bits = capitals[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    private int runFrom(int first) {
        int last = first;
        while (true) {
            if (continues(last + 1)) {
                last++;
            } else if (isParticle(last + 1) && continues(last + 2)) {
                last += 2;
            } else if (isParticle(last + 1) && isParticle(last + 2) && continues(last + 3)) {
                last += 3;
            } else {
                return last;
            }
        }
    }

    private boolean continues(int token) {
        return isCapital(token) && (gap(token) & (NEXT | TIED | HYPHEN)) != 0;
    }

    private boolean isParticle(int token) {
        return !isCapital(token) && isKind(token, Kind.PARTICLE) && isNext(token);
    }

    private void addRun(int first, int last) {
        long all = 0;
        for (int i = first; i <= last; i++) {
            all |= kinds(i);
        }
        room.addRun(first, last, all);
    }

    int size() {
        return size;
    }

    /** The number of runs of words with capitals. */
    int runs() {
        return room.runs();
    }

    /** Whether one of the words of the run is of one of the kinds with the given bits. */
    boolean has(int run, long bits) {
        return (room.kindsOf(run) & bits) != 0;
    }

    int first(int run) {
        return room.first(run);
    }

    int last(int run) {
        return room.last(run);
    }

    /** The last word of the run that goes through the given one, or the given one. */
    int lastFrom(int token) {
        int low = 0;
        int high = runs();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (last(middle) < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < runs() && first(low) <= token ? last(low) : NONE;
    }

    boolean isKind(int token, Kind kind) {
        return isAny(token, kind.bit());
    }

    /** Whether the word is of one of the kinds with the given bits. */
    boolean isAny(int token, long bits) {
        return token >= 0 && token < size && (kinds(token) & bits) != 0;
    }

    private long kinds(int token) {
        long kept = kinds[token];
        if (kept == 0) {
            kept = words.kinds(tokens, token) | KEPT;
            kinds[token] = kept;
        }
        return kept;
    }

    boolean isCapital(int token) {
        return token >= 0 && token < size && (capitals[token >> 6] & 1L << token) != 0;
    }

    /** Whether the word is of capitals, two to six. */
    boolean isAcronym(int token) {
        return isCapital(token) && isUpper(token);
    }

    /** Whether a sentence, a quotation or a line begins with the word. */
    boolean begins(int token) {
        return gap(token) == BEGINS;
    }

    /** Whether there is such a word, without a capital and behind one space, of the given kind. */
    boolean isLower(int token, Kind kind) {
        return isKind(token, kind) && !isCapital(token);
    }

    /** Whether there is such a word, and one space stands before it. */
    boolean isNext(int token) {
        return token > 0
                && token < size
                && tokens.flowsInto(token)
                && tokens.start(token) == tokens.fullEnd(token - 1) + 1
                && key.charAt(tokens.start(token) - 1) == ' ';
    }

    /** Whether exactly this stands before the word. */
    boolean isAfter(String gap, int token) {
        if (token <= 0 || token >= size()) {
            return false;
        }
        int from = tokens.fullEnd(token - 1);
        return tokens.start(token) - from == gap.length() && key.startsWith(gap, from);
    }

    /** Whether the word is the "s" of a genitive. */
    boolean isGenitive(int token) {
        return token > 0
                && token < size()
                && tokens.end(token) - tokens.start(token) == 1
                && key.charAt(tokens.start(token)) == 's'
                && !isCapital(token)
                && (isAfter("'", token) || isAfter("\u2019", token));
    }

    int length(int token) {
        return tokens.end(token) - tokens.start(token);
    }

    /** The number of letters of the words with what stands between them. */
    int lengthOf(int first, int last) {
        return tokens.end(last) - tokens.start(first);
    }

    int index() {
        return index;
    }

    char letter(int token) {
        return key.charAt(tokens.start(token));
    }

    /** The words with what stands between them, as they are compared. */
    String key(int first, int last) {
        return key.substring(tokens.start(first), tokens.end(last));
    }

    int start(int token) {
        return tokens.start(token);
    }

    /** Adds the words of three and more capitals that are not said to be of things. */
    void addAcronyms(Set<String> acronyms) {
        for (int i = nextCapital(0); i < size; i = nextCapital(i + 1)) {
            if (length(i) > 2 && isUpper(i) && !isKind(i, Kind.ACRONYM_STOP)) {
                acronyms.add(key(i, i));
            }
        }
    }

    /** Which words are in known names. */
    KnownWords known() {
        return known;
    }

    /** Whether one of the words is in a name that was found. */
    boolean isTaken(int first, int last) {
        for (int i = first; i <= last; i++) {
            if ((taken[i >> 6] & 1L << i) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Notes a name that was found. */
    void take(int first, int last) {
        for (int i = first; i <= last; i++) {
            taken[i >> 6] |= 1L << i;
        }
    }

    /** The place of the words. */
    ShortForm.Place place(int first, int last) {
        return new ShortForm.Place(index, first, last);
    }
}
