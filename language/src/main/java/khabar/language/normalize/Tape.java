package khabar.language.normalize;

import java.util.Arrays;
import khabar.language.script.Chars;

/** A text under construction that remembers where each of its characters comes from. */
final class Tape {
    private static final int INITIAL_RUNS = 32;
    private static final int INITIAL_LENGTH = 1 << 12;

    private char[] chars;
    private int length;
    private int[] runs = new int[INITIAL_RUNS * OffsetMap.FIELDS];
    private int used;
    /** Source offset minus output index of the copied run in progress; no run while negative infinity. */
    private int shift = Integer.MIN_VALUE;

    Tape() {
        chars = new char[INITIAL_LENGTH];
    }

    /** Empties the tape, to be written again. */
    Tape reuse() {
        length = 0;
        used = 0;
        shift = Integer.MIN_VALUE;
        return this;
    }

    int length() {
        return length;
    }

    char[] chars() {
        return chars;
    }

    /** The last character, or NUL at the beginning. */
    char last() {
        return length == 0 ? 0 : chars[length - 1];
    }

    /** The last character that is not a mark, or NUL. */
    char lastBase() {
        int i = length - 1;
        while (i >= 0 && Chars.isArabicMark(chars[i])) {
            i--;
        }
        return i < 0 ? 0 : chars[i];
    }

    /** Adds a character that stands for exactly the source character at {@code at}. */
    void copy(char c, int at) {
        if (at - length != shift) {
            shift = at - length;
            addRun(at, OffsetMap.COPIED);
        }
        add(c);
    }

    /**
     * Copies characters one for one through a table until one is of another kind than plain, or {@code end};
     * single spaces between them are copied too. Returns the offset of the first that was not copied.
     */
    int copyPlain(char[] source, int from, int end, CharTable table) {
        reserve(end - from);
        char[] plain = table.plain;
        char[] out = chars;
        int n = length;
        char last = n == 0 ? ' ' : out[n - 1];
        char beforeLast = n < 2 ? 0 : out[n - 2];
        int i = from;
        // Words end where nobody can foresee: one rare condition is much faster than one for each space.
        if (source[i] == ' ' && last <= ' ') {
            return i;
        }
        while (i < end) {
            char d = plain[source[i]];
            if (d == CharTable.SPECIAL || d == last && (d == beforeLast || d == ' ')) {
                break;
            }
            out[n++] = d;
            beforeLast = last;
            last = d;
            i++;
        }
        if (i > from) {
            copied(from, i);
        }
        return i;
    }

    /** The characters, with room for as many more. */
    char[] room(int more) {
        reserve(more);
        return chars;
    }

    /** Notes that characters which stand for exactly those of the source between the offsets were added. */
    void copied(int from, int end) {
        if (from - length != shift) {
            shift = from - length;
            addRun(from, OffsetMap.COPIED);
        }
        length += end - from;
    }

    /** Copies the characters as they are. */
    void copyAll(char[] source, int from, int end) {
        reserve(end - from);
        System.arraycopy(source, from, chars, length, end - from);
        copied(from, end);
    }

    private void reserve(int more) {
        if (length + more > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(length + more, length * 2));
        }
    }

    /** Adds a character that stands for the source characters from {@code start} to {@code end}. */
    void put(char c, int start, int end) {
        boolean same = used > 0 && runs[used - 2] == start && runs[used - 1] == end;
        if (!same) {
            addRun(start, end);
        }
        shift = Integer.MIN_VALUE;
        add(c);
    }

    /** Puts another character in the place of the last one and lets its origin reach to {@code end}. */
    void replaceLast(char c, int end) {
        boolean shared = runs[used - 1] != OffsetMap.COPIED && runs[used - OffsetMap.FIELDS] < length - 1;
        if (shared) {
            runs[used - 1] = end;
            chars[length - 1] = c;
            shift = Integer.MIN_VALUE;
            return;
        }
        int start = lastStart();
        dropLast();
        put(c, start, end);
    }

    private int lastStart() {
        int start = runs[used - 2];
        boolean copied = runs[used - 1] == OffsetMap.COPIED;
        return copied ? start + length - 1 - runs[used - OffsetMap.FIELDS] : start;
    }

    /** Takes the last character back. */
    void dropLast() {
        length--;
        while (used > 0 && runs[used - OffsetMap.FIELDS] >= length) {
            used -= OffsetMap.FIELDS;
        }
        shift = Integer.MIN_VALUE;
    }

    OffsetMap map() {
        return new OffsetMap(Arrays.copyOf(runs, used));
    }

    String text() {
        return new String(chars, 0, length);
    }

    private void add(char c) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2);
        }
        chars[length++] = c;
    }

    private void addRun(int start, int end) {
        if (used == runs.length) {
            runs = Arrays.copyOf(runs, used * 2);
        }
        runs[used] = length;
        runs[used + 1] = start;
        runs[used + 2] = end;
        used += OffsetMap.FIELDS;
    }
}
