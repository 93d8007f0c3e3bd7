package khabar.language.halfspace;

import java.util.Arrays;
import khabar.language.normalize.Chars;

/** Finds the places of lost half-spaces in Persian text. Immutable and safe for many threads. */
public final class HalfSpaces {
    /** A half-space comes before the character. */
    public static final int INSERT = 0;
    /** A half-space takes the place of the character, a space. */
    public static final int REPLACE = 1;
    /** The character, a space, goes. */
    public static final int REMOVE = 2;
    /** Bits of an edit that tell its kind. */
    public static final int KIND_BITS = 2;

    private final Lexicon lexicon;

    private HalfSpaces(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** With the word lists that are shipped. */
    public static HalfSpaces shipped() {
        return Shipped.HALF_SPACES;
    }

    /**
     * What to do to bring the half-spaces back, in ascending order. Each edit is the offset of a
     * character, shifted by {@link #KIND_BITS}, and {@link #INSERT}, {@link #REPLACE} or {@link #REMOVE}.
     *
     * @param guarded pairs of offsets between which nothing may be changed
     */
    public int[] find(char[] text, int length, int[] guarded) {
        return new Pass(lexicon, text, length, guarded).edits();
    }

    /** Loaded at the first use, once. */
    private static final class Shipped {
        private static final HalfSpaces HALF_SPACES = new HalfSpaces(LexiconFile.shipped());
    }

    /** One pass over one text. */
    private static final class Pass {
        private final Splitter splitter;
        private final Pairs pairs;
        private final char[] text;
        private final int length;
        private final int[] guarded;
        private int nextGuard;
        private int[] edits = new int[64];
        private int count;
        private Letters beforeBeforeLast = new Letters();
        private Letters beforeLast = new Letters();
        private Letters last = new Letters();

        Pass(Lexicon lexicon, char[] text, int length, int[] guarded) {
            this.splitter = new Splitter(lexicon);
            this.pairs = new Pairs(lexicon);
            this.text = text;
            this.length = length;
            this.guarded = guarded;
        }

        int[] edits() {
            int i = 0;
            while (i < length) {
                int guardEnd = guardEnd(i);
                if (guardEnd > i) {
                    i = guardEnd;
                    forget();
                } else if (Chars.isWordPart(text[i])) {
                    int end = wordEnd(i);
                    next(i, end);
                    i = end;
                } else {
                    if (text[i] != ' ') {
                        forget();
                    }
                    i++;
                }
            }
            return Arrays.copyOf(edits, count);
        }

        private void forget() {
            beforeLast.clear();
            last.clear();
        }

        /** Takes the next word, and what lies between it and the last one. */
        private void next(int start, int end) {
            Letters word = beforeBeforeLast;
            word.read(text, start, end);
            if (last.length() > 0) {
                between(word, start);
            }
            word(start, end);
            beforeBeforeLast = beforeLast;
            beforeLast = last;
            last = word;
        }

        private void between(Letters word, int start) {
            if (last.length() == 1 && last.last() == Chars.WAW) {
                if (beforeLast.length() > 0 && pairs.areLinked(beforeLast, word)) {
                    add(start - 3, REPLACE);
                    add(start - 1, REMOVE);
                }
                return;
            }
            int kind = pairs.between(last, word);
            if (kind != Pairs.APART) {
                add(start - 1, kind);
            }
        }

        private void word(int start, int end) {
            for (int i = start; i < end; i++) {
                if (!Chars.isArabicLetter(text[i])) {
                    return;
                }
            }
            for (int mask = splitter.split(text, start, end); mask != 0; mask &= mask - 1) {
                add(start + Integer.numberOfTrailingZeros(mask), INSERT);
            }
        }

        private int guardEnd(int i) {
            while (nextGuard < guarded.length && guarded[nextGuard + 1] <= i) {
                nextGuard += 2;
            }
            return nextGuard < guarded.length && i >= guarded[nextGuard] ? guarded[nextGuard + 1] : i;
        }

        private int wordEnd(int start) {
            int end = start;
            int stop = nextGuard < guarded.length ? Math.min(guarded[nextGuard], length) : length;
            while (end < stop && Chars.isWordPart(text[end])) {
                end++;
            }
            return end;
        }

        private void add(int place, int kind) {
            if (count == edits.length) {
                edits = Arrays.copyOf(edits, count * 2);
            }
            edits[count++] = place << KIND_BITS | kind;
        }
    }
}
