package khabar.language.halfspace;

import java.util.Arrays;
import khabar.language.script.Chars;

/** Goes through texts word by word and notes where half-spaces were lost. For one thread. */
final class Restorer {
    private static final int NO_WORD = -1;

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
    private int beforeStart;
    private int beforeEnd;

    Restorer(Lexicon lexicon) {
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
            int guardEnd = guardEnd(i);
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
        beforeEnd = NO_WORD;
    }

    /** Takes the word that starts here, and returns its end. */
    private int word(int start) {
        int stop = nextGuard < guarded.length ? Math.min(guarded[nextGuard], length) : length;
        long hash = Lexicon.start();
        int letters = 0;
        int end = start;
        while (end < stop && Chars.isWordPart(text[end])) {
            if (Chars.isArabicLetter(text[end])) {
                hash = Lexicon.step(hash, text[end]);
                letters++;
            }
            end++;
        }
        boolean bare = letters == end - start;
        long finding = memo.find(hash);
        if (finding < 0) {
            finding = learn(start, end, hash);
        }
        int role = Memo.role(finding);
        if (lastEnd == start - 1 && ((role & Pairs.SECOND) != 0 || lastRole != 0)) {
            between(start, end);
        }
        for (int mask = bare ? Memo.mask(finding) : 0; mask != 0; mask &= mask - 1) {
            add(start + Integer.numberOfTrailingZeros(mask), HalfSpaces.INSERT);
        }
        beforeStart = lastStart;
        beforeEnd = lastEnd;
        lastStart = start;
        lastEnd = end;
        lastRole = role & Pairs.FIRST;
        return end;
    }

    private long learn(int start, int end, long hash) {
        second.read(text, start, end);
        return memo.put(hash, splitter.split(second), pairs.role(second));
    }

    /** Looks at the space before a word. */
    private void between(int start, int end) {
        second.read(text, start, end);
        if (lastEnd - lastStart == 1 && text[lastStart] == Chars.WAW) {
            if (beforeEnd == lastStart - 1) {
                first.read(text, beforeStart, beforeEnd);
                if (pairs.areLinked(first, second)) {
                    add(beforeEnd, HalfSpaces.REPLACE);
                    add(lastEnd, HalfSpaces.REMOVE);
                }
            }
            return;
        }
        first.read(text, lastStart, lastEnd);
        int kind = pairs.between(first, second);
        if (kind != Pairs.APART) {
            add(lastEnd, kind);
        }
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
