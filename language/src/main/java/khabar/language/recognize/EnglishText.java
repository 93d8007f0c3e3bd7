package khabar.language.recognize;

import java.util.Arrays;
import java.util.Set;
import khabar.language.match.Tokens;
import khabar.language.normalize.NormalizedText;
import khabar.language.recognize.EnglishWords.Kind;

/**
 * One English text as its rules see it: which words have a capital, what stands between them, which are in a known
 * name and which in one that was found.
 */
final class EnglishText {
    /** No word. */
    static final int NONE = -1;

    private static final int CAPITAL = 1;
    private static final int UPPER = 1 << 1;
    private static final int BEGINS = 1 << 2;
    private static final int NEXT = 1 << 3;
    private static final int TIED = 1 << 4;
    private static final int HYPHEN = 1 << 5;
    private static final int TAKEN = 1 << 6;
    private static final int LONGEST_ACRONYM = 6;
    private static final String ENDS = ".!?:;\"\u201c\u201d\u2022|";
    private static final char APOSTROPHE = '\u2019';

    private final Tokens tokens;
    private final int index;
    private final EnglishWords words;
    private final String key;
    private final byte[] flags;
    private final long[] kinds;
    /** Of each word one more than the index of the known name that it is in, or 0. */
    private final int[] known;

    private final UnknownName.Kind[] knownKinds;
    /** The first and the last words of the runs of capitals. */
    private int[] runs = new int[32];

    private int runCount;

    EnglishText(Tokens tokens, int index, EnglishWords words) {
        this.tokens = tokens;
        this.index = index;
        this.words = words;
        key = tokens.text().key();
        int size = tokens.size();
        flags = new byte[size];
        kinds = new long[size];
        known = new int[size];
        knownKinds = new UnknownName.Kind[size];
        for (int i = 0; i < size; i++) {
            flags[i] = (byte) (letters(i) | gap(i));
            kinds[i] = words.kinds(tokens, i);
        }
        findRuns();
    }

    private int letters(int token) {
        NormalizedText text = tokens.text();
        int start = text.originalStart(tokens.start(token));
        String original = text.original();
        if (!Character.isUpperCase(original.charAt(start))) {
            return 0;
        }
        int length = tokens.end(token) - tokens.start(token);
        if (length < 2 || length > LONGEST_ACRONYM || start + length > original.length()) {
            return CAPITAL;
        }
        for (int i = start + 1; i < start + length; i++) {
            char c = original.charAt(i);
            if (!Character.isUpperCase(c) && !Character.isDigit(c)) {
                return CAPITAL;
            }
        }
        return CAPITAL | UPPER;
    }

    /** What stands between the word and the one before it. */
    private int gap(int token) {
        if (token == 0) {
            return BEGINS;
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
        boolean and = length == 1 && (first == '&' || first == '/') || length == 3 && key.startsWith(" & ", from);
        boolean tied = and || isInitial(token - 1) && length == 2 && key.startsWith(". ", from);
        return tied && !isOnNewLine(token) ? TIED : begins(from, length);
    }

    private boolean isOnNewLine(int token) {
        int start = tokens.text().originalStart(tokens.start(token));
        return start > 0 && tokens.text().original().charAt(start - 1) == '\n';
    }

    /** Whether the word before may have a dot that ends no sentence. */
    private boolean isInitial(int token) {
        boolean capital = (flags[token] & CAPITAL) != 0;
        return capital && (tokens.end(token) - tokens.start(token) == 1 || (kinds[token] & Kind.TITLE.bit()) != 0);
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
        int size = tokens.size();
        for (int first = 0; first < size; first++) {
            if (!is(first, CAPITAL)) {
                continue;
            }
            int last = runFrom(first);
            int end = last;
            if (last + 1 < size && is(last + 1, HYPHEN)) {
                // "Berlin-based"
                do {
                    end--;
                } while (end >= first && is(end + 1, HYPHEN));
            }
            if (end >= first) {
                addRun(first, end);
            }
            first = last;
        }
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
        return token < tokens.size() && is(token, CAPITAL) && is(token, NEXT | TIED | HYPHEN);
    }

    private boolean isParticle(int token) {
        return token < tokens.size() && !is(token, CAPITAL) && is(token, NEXT) && isKind(token, Kind.PARTICLE);
    }

    private void addRun(int first, int last) {
        if (2 * runCount == runs.length) {
            runs = Arrays.copyOf(runs, runs.length * 2);
        }
        runs[2 * runCount] = first;
        runs[2 * runCount++ + 1] = last;
    }

    private boolean is(int token, int any) {
        return token >= 0 && token < flags.length && (flags[token] & any) != 0;
    }

    Tokens tokens() {
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    /** The number of runs of words with capitals. */
    int runs() {
        return runCount;
    }

    int first(int run) {
        return runs[2 * run];
    }

    int last(int run) {
        return runs[2 * run + 1];
    }

    /** The last word of the run that goes through the given one, or the given one. */
    int lastFrom(int token) {
        int low = 0;
        int high = runCount;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (last(middle) < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < runCount && first(low) <= token ? last(low) : NONE;
    }

    boolean isKind(int token, Kind kind) {
        return isAny(token, kind.bit());
    }

    /** Whether the word is of one of the kinds with the given bits. */
    boolean isAny(int token, long bits) {
        return token >= 0 && token < kinds.length && (kinds[token] & bits) != 0;
    }

    boolean isCapital(int token) {
        return is(token, CAPITAL);
    }

    /** Whether the word is of capitals, two to six. */
    boolean isAcronym(int token) {
        return is(token, UPPER);
    }

    /** Whether a sentence, a quotation or a line begins with the word. */
    boolean begins(int token) {
        return is(token, BEGINS);
    }

    /** Whether there is such a word, without a capital and behind one space, of the given kind. */
    boolean isLower(int token, Kind kind) {
        return token >= 0 && token < size() && !is(token, CAPITAL) && isKind(token, kind);
    }

    /** Whether there is such a word, and one space stands before it. */
    boolean isNext(int token) {
        return token > 0 && token < size() && is(token, NEXT);
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
                && !is(token, CAPITAL)
                && (isAfter("'", token) || isAfter("\u2019", token));
    }

    int length(int token) {
        return tokens.end(token) - tokens.start(token);
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
        for (int i = 0; i < size(); i++) {
            if (is(i, UPPER) && length(i) > 2 && !isKind(i, Kind.ACRONYM_STOP)) {
                acronyms.add(key(i, i));
            }
        }
    }

    /** Notes a known name. */
    void know(KnownName name, int number) {
        int token = tokenAt(tokens.text().keyIndex(name.span().start()));
        int end = tokens.text().keyIndex(name.span().end());
        for (; token < size() && tokens.start(token) < end; token++) {
            if (known[token] == 0) {
                known[token] = number + 1;
                knownKinds[token] = name.kind();
            }
        }
    }

    private int tokenAt(int at) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.fullEnd(middle) <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether the word is in a known name. */
    boolean isKnown(int token) {
        return known[token] != 0;
    }

    /** Whether the word is in a known name of this kind. */
    boolean isKnown(int token, UnknownName.Kind kind) {
        return knownKinds[token] == kind;
    }

    /** Whether the word is in a known name of several words. */
    boolean isInKnown(int token) {
        return known[token] != 0
                && (token > 0 && known[token - 1] == known[token]
                        || token + 1 < size() && known[token + 1] == known[token]);
    }

    /** Whether a known name is cut by the range of words. */
    boolean cuts(int first, int last) {
        return first > 0 && known[first] != 0 && known[first - 1] == known[first]
                || last + 1 < size() && known[last] != 0 && known[last + 1] == known[last];
    }

    /** Whether the range of words is one known name or lies in one. */
    boolean isOneKnown(int first, int last) {
        if (known[first] == 0) {
            return false;
        }
        for (int i = first + 1; i <= last; i++) {
            if (known[i] != known[first]) {
                return false;
            }
        }
        return true;
    }

    /** Whether one of the words is in a name that was found. */
    boolean isTaken(int first, int last) {
        for (int i = first; i <= last; i++) {
            if (is(i, TAKEN)) {
                return true;
            }
        }
        return false;
    }

    /** Notes a name that was found. */
    void take(int first, int last) {
        for (int i = first; i <= last; i++) {
            flags[i] |= TAKEN;
        }
    }

    /** The place of the words. */
    ShortForm.Place place(int first, int last) {
        return new ShortForm.Place(index, first, last);
    }
}
