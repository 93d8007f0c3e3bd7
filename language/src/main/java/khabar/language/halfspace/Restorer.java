package khabar.language.halfspace;

import java.util.Arrays;
import khabar.language.script.Chars;
import khabar.language.script.WordReader;

/** Goes through texts word by word and notes where half-spaces were lost. For one thread. */
final class Restorer {
    private static final int NO_WORD = -2;
    /** What may come between a noun and the name that explains it. */
    private static final String OPENERS = "(\"\u00ab\u201c";

    private static final char KASRA = '\u0650';
    private static final byte[] LETTERS = Chars.arabicWords();
    private static final int FIRST = Pairs.FIRST | Pairs.WITH_ANY;

    private final Lexicon lexicon;
    private final Context context;
    private final Splitter splitter;
    private final Pairs pairs;
    private final WordReader reader = new WordReader(LETTERS);
    private final Memo memo = new Memo();
    private final Letters first = new Letters();
    private final Letters second = new Letters();
    private char[] text = new char[0];
    private int length;
    private int[] edits = new int[256];
    private int count;

    /** Begin, end and role of the word before, and begin and end of the one before that. */
    private int lastStart;

    private int lastEnd;
    private int lastRole;
    /** Whether these words are letters and nothing else. */
    private boolean lastBare;

    private int beforeStart;
    private int beforeEnd;
    private boolean beforeBare;

    Restorer(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.context = new Context(lexicon);
        this.splitter = new Splitter(lexicon);
        this.pairs = new Pairs(lexicon);
    }

    /** The edits for the text, as {@link HalfSpaces#find} has them. */
    int[] edits(char[] characters, int end, int[] guards) {
        text = characters;
        length = end;
        count = 0;
        reader.take(text, length);
        for (int g = 0; g < guards.length; g += 2) {
            reader.hide(guards[g], guards[g + 1]);
        }
        forget();
        int passed = 0;
        for (int at = reader.next(0); at < length; at = reader.next(passed)) {
            passOver(passed, at);
            passed = reader.read(at, length);
            word(at, passed);
        }
        passOver(passed, length);
        text = new char[0];
        return Arrays.copyOf(edits, count);
    }

    /** Passes over what stands between words: anything but spaces parts them. */
    private void passOver(int from, int end) {
        if (end - from == 1 && text[from] == ' ' || end == from) {
            return;
        }
        add(from, HalfSpaces.BETWEEN);
        for (int i = from; i < end; i++) {
            if (text[i] != ' ') {
                forget();
                return;
            }
        }
    }

    private void forget() {
        lastEnd = NO_WORD;
        lastRole = 0;
        beforeEnd = NO_WORD;
    }

    private void word(int start, int end) {
        long finding = finding(start, end);
        int role = Memo.role(finding);
        boolean joined =
                lastEnd == start - 1 && ((role & Pairs.SECOND) != 0 || lastRole != 0) && between(start, end, role);
        int mask = (role & Pairs.EITHER) != 0 ? either(start, end) : Memo.mask(finding);
        for (; mask != 0; mask &= mask - 1) {
            add(start + Integer.numberOfTrailingZeros(mask), HalfSpaces.INSERT);
        }
        if (joined) {
            grow(end);
        } else {
            beforeStart = lastStart;
            beforeEnd = lastEnd;
            beforeBare = lastBare;
            lastStart = start;
            lastEnd = end;
            lastRole = role & FIRST;
            lastBare = (role & Pairs.MIXED) == 0;
        }
    }

    private long finding(int start, int end) {
        long high = reader.high();
        if (high == 0) {
            return asWritten(letters(start, end), start, end);
        }
        long low = reader.low();
        long finding = memo.find(low, high);
        return finding != Memo.NONE ? finding : memo.put(low, high, asWritten(learn(start, end), start, end));
    }

    /** The finding for letters as they are written between the offsets: what has half-spaces or marks gets no more, the ezafe aside. */
    private long asWritten(long finding, int start, int end) {
        if (isBare(start, end)) {
            return finding;
        }
        int mask = isBareButForEzafe(start, end) ? Memo.mask(finding) : 0;
        return Memo.finding(mask, Memo.role(finding) & ~Pairs.EITHER | Pairs.MIXED);
    }

    /** Whether the word has neither half-spaces nor marks. */
    private boolean isBare(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Chars.isArabicLetter(text[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the word has one mark, the ezafe at its end: letters are where they are without it. */
    private boolean isBareButForEzafe(int start, int end) {
        char last = text[end - 1];
        return (last == KASRA || last == Chars.HAMZA_ABOVE) && isBare(start, end - 1);
    }

    /** The finding for the letters between the offsets, whatever else stands among them. */
    private long letters(int start, int end) {
        long hash = Lexicon.start();
        boolean marked = false;
        for (int i = start; i < end; i++) {
            hash = Chars.isArabicLetter(text[i]) ? Lexicon.step(hash, text[i]) : hash;
            marked |= Chars.isArabicMark(text[i]);
        }
        // A mark makes a difference that the hash of the letters does not show.
        long finding = marked ? Memo.NONE : memo.find(hash, 0);
        if (finding == Memo.NONE) {
            finding = learn(start, end);
            if (!marked) {
                memo.put(hash, 0, finding);
            }
        }
        return finding;
    }

    /** The word before goes on to the given end, since a space fell: what follows sees them as one. */
    private void grow(int end) {
        lastEnd = end;
        lastBare = false;
        lastRole = Memo.role(letters(lastStart, end)) & FIRST;
    }

    private long learn(int start, int end) {
        second.read(text, start, end);
        int role = pairs.role(second) | (context.kind(second) == 0 ? 0 : Pairs.EITHER);
        return Memo.finding(splitter.split(second), role);
    }

    /** The half-space of a word that the words about it decide. */
    private int either(int start, int end) {
        second.read(text, start, end);
        int before = flagsBefore(start);
        int after = flagsAfter(end);
        boolean indefinite = context.isIndefinite(context.kind(second), before, after);
        int letters = end - start;
        int place = letters - (indefinite ? 2 : 3);
        return Chars.joinsForward(text[start + place - 1]) ? 1 << place : 0;
    }

    private int flagsBefore(int start) {
        if (lastEnd != start - 1) {
            return Lexicon.FUNCTION;
        }
        // And joins adjectives as well as anything else, and tells nothing.
        boolean and = lastEnd - lastStart == 1 && text[lastStart] == Chars.WAW;
        if (and) {
            return 0;
        }
        first.read(text, lastStart, lastEnd);
        return lexicon.flags(lexicon.find(first.hash()));
    }

    private int flagsAfter(int end) {
        if (end + 1 >= length || text[end] != ' ') {
            return Lexicon.FUNCTION;
        }
        char next = text[end + 1];
        if (Chars.isWordPart(next)) {
            return lexicon.flags(lexicon.find(hashOf(end + 1)));
        }
        return Character.isDigit(next) || OPENERS.indexOf(next) >= 0 ? 0 : Lexicon.FUNCTION;
    }

    private long hashOf(int start) {
        long hash = Lexicon.start();
        for (int i = start; i < length && Chars.isWordPart(text[i]); i++) {
            hash = Chars.isArabicLetter(text[i]) ? Lexicon.step(hash, text[i]) : hash;
        }
        return hash;
    }

    /** Looks at the space before a word of the given role; whether it falls. */
    private boolean between(int start, int end, int role) {
        if (lastEnd - lastStart == 1 && text[lastStart] == Chars.WAW) {
            return linked(start, end);
        }
        // A first word that goes with few others hardly ever stands before one of them.
        boolean listed = lastBare && lastRole == Pairs.FIRST && (role & Pairs.SECOND) == 0;
        if (listed && !maybeSpaced(lastStart, lastEnd, start)) {
            return false;
        }
        first.read(text, lastStart, lastEnd);
        second.read(text, start, end);
        int kind = pairs.between(first, second);
        if (kind == Pairs.NOTHING) {
            // In one piece they must not look like something else.
            first.read(text, lastStart, end);
            kind = splitter.split(first) == 0 && context.kind(first) == 0 ? kind : Pairs.APART;
        }
        if (kind == Pairs.APART) {
            return false;
        }
        add(lastEnd, kind);
        return true;
    }

    /** Looks at the two spaces of X, waw and Y. */
    private boolean linked(int start, int end) {
        if (beforeEnd != lastStart - 1 || beforeBare && !maybeSpaced(beforeStart, beforeEnd, lastStart)) {
            return false;
        }
        first.read(text, beforeStart, beforeEnd);
        second.read(text, start, end);
        if (!pairs.areLinked(first, second)) {
            return false;
        }
        add(beforeEnd, HalfSpaces.REPLACE);
        add(lastEnd, HalfSpaces.REMOVE);
        lastStart = beforeStart;
        return true;
    }

    /** Whether the list may have a word of several that begins with these letters and the next one. */
    private boolean maybeSpaced(int start, int end, int next) {
        if (!Chars.joinsForward(text[end - 1])) {
            return false;
        }
        long hash = Lexicon.start();
        for (int i = start; i < end; i++) {
            hash = Lexicon.step(hash, text[i]);
        }
        return !Chars.isArabicLetter(text[next]) || lexicon.maybeSpaced(Lexicon.step(hash, text[next]));
    }

    private void add(int place, int kind) {
        if (count == edits.length) {
            edits = Arrays.copyOf(edits, count * 2);
        }
        edits[count++] = place << HalfSpaces.KIND_BITS | kind;
    }
}
