package khabar.language.halfspace;

import java.util.Arrays;
import khabar.language.script.Chars;

/** Goes through texts word by word and notes where half-spaces were lost. For one thread. */
final class Restorer {
    private static final int NO_WORD = -2;
    /** What may come between a noun and the name that explains it. */
    private static final String OPENERS = "(\"\u00ab\u201c";

    private final Lexicon lexicon;
    private final Context context;
    private final Splitter splitter;
    private final Pairs pairs;
    private final Memo memo = new Memo();
    private final Letters first = new Letters();
    private final Letters second = new Letters();
    private char[] text = new char[0];
    private int length;
    private int[] guarded = new int[0];
    private int nextGuard;
    private int[] edits = new int[256];
    private int count;

    /** Begin, end and role of the word before, and begin and end of the one before that. */
    private int lastStart;

    private int lastEnd;
    private int lastRole;
    private long lastHash;
    private int beforeStart;
    private int beforeEnd;

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
        guarded = guards;
        nextGuard = 0;
        count = 0;
        forget();
        int i = 0;
        while (i < length) {
            int guardEnd = guarded.length == 0 ? i : guardEnd(i);
            if (guardEnd > i) {
                i = guardEnd;
                forget();
            } else if (Chars.isWordPart(text[i])) {
                i = word(i);
            } else {
                if (text[i] != ' ') {
                    forget();
                }
                i++;
            }
        }
        text = new char[0];
        return Arrays.copyOf(edits, count);
    }

    private void forget() {
        lastEnd = NO_WORD;
        lastRole = 0;
        beforeEnd = NO_WORD;
    }

    /** Takes the word that starts here, and returns its end. */
    private int word(int start) {
        int stop = nextGuard < guarded.length ? Math.min(guarded[nextGuard], length) : length;
        char[] characters = text;
        long hash = Lexicon.start();
        int end = start;
        while (end < stop && Chars.isArabicLetter(characters[end])) {
            hash = Lexicon.step(hash, characters[end++]);
        }
        boolean bare = end == stop || !Chars.isWordPart(characters[end]);
        boolean marked = false;
        for (; !bare && end < stop && Chars.isWordPart(characters[end]); end++) {
            hash = Chars.isArabicLetter(characters[end]) ? Lexicon.step(hash, characters[end]) : hash;
            marked |= Chars.isArabicMark(characters[end]);
        }
        // A mark makes a difference that the hash of the letters does not show.
        long finding = marked ? Memo.NONE : memo.find(hash);
        if (finding == Memo.NONE) {
            second.read(text, start, end);
            finding = marked ? learn() : memo.put(hash, learn());
        }
        int role = Memo.role(finding);
        boolean joined = lastEnd == start - 1 && ((role & Pairs.SECOND) != 0 || lastRole != 0) && between(start, end);
        int mask = bare ? Memo.mask(finding) : 0;
        if (bare && (role & Pairs.EITHER) != 0) {
            mask = either(start, end);
        }
        for (; mask != 0; mask &= mask - 1) {
            add(start + Integer.numberOfTrailingZeros(mask), HalfSpaces.INSERT);
        }
        if (joined) {
            grow(end);
        } else {
            beforeStart = lastStart;
            beforeEnd = lastEnd;
            lastStart = start;
            lastEnd = end;
            lastRole = role & Pairs.FIRST;
            lastHash = hash;
        }
        return end;
    }

    /** The word before goes on to the given end, since a space fell: what follows sees them as one. */
    private void grow(int end) {
        first.read(text, lastStart, end);
        lastEnd = end;
        lastHash = first.hash();
        lastRole = pairs.role(first) & Pairs.FIRST;
    }

    private long learn() {
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
        return and ? 0 : lexicon.flags(lexicon.find(lastHash));
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

    /** Looks at the space before a word; whether it falls. */
    private boolean between(int start, int end) {
        second.read(text, start, end);
        if (lastEnd - lastStart == 1 && text[lastStart] == Chars.WAW) {
            return linked();
        }
        first.read(text, lastStart, lastEnd);
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
    private boolean linked() {
        if (beforeEnd != lastStart - 1) {
            return false;
        }
        first.read(text, beforeStart, beforeEnd);
        if (!pairs.areLinked(first, second)) {
            return false;
        }
        add(beforeEnd, HalfSpaces.REPLACE);
        add(lastEnd, HalfSpaces.REMOVE);
        lastStart = beforeStart;
        return true;
    }

    private int guardEnd(int i) {
        while (nextGuard < guarded.length && guarded[nextGuard + 1] <= i) {
            nextGuard += 2;
        }
        return nextGuard < guarded.length && i >= guarded[nextGuard] ? guarded[nextGuard + 1] : i;
    }

    private void add(int place, int kind) {
        if (count == edits.length) {
            edits = Arrays.copyOf(edits, count * 2);
        }
        edits[count++] = place << HalfSpaces.KIND_BITS | kind;
    }
}
