package khabar.language.normalize;

import java.util.Arrays;

/**
 * Where each character of a derived text comes from. Kept as runs, so that its size grows with the
 * number of changes and not with the length of the text. Immutable.
 */
final class OffsetMap {
    /** Third field of a run whose characters stand one for one for those of the source. */
    static final int COPIED = -1;
    /** Integers kept for one run: first output index, source start, source end or {@link #COPIED}. */
    static final int FIELDS = 3;

    private static final int[] NONE = new int[0];

    private final int[] runs;

    OffsetMap(int[] runs) {
        this.runs = runs;
    }

    /** Offset in the source where the origin of the output character begins. */
    int start(int index) {
        return startIn(runOf(index), index);
    }

    /** Offset in the source just after the origin of the output character. */
    int end(int index) {
        return endIn(runOf(index), index);
    }

    /** The range of the source that a range of the output came from, which is no longer than a name. */
    Span span(int text, int start, int end) {
        int first = runOf(start);
        int last = first;
        while (last + FIELDS < runs.length && runs[last + FIELDS] < end) {
            last += FIELDS;
        }
        return new Span(text, startIn(first, start), endIn(last, end - 1));
    }

    private int startIn(int run, int index) {
        return runs[run + 2] == COPIED ? runs[run + 1] + index - runs[run] : runs[run + 1];
    }

    private int endIn(int run, int index) {
        return runs[run + 2] == COPIED ? runs[run + 1] + index - runs[run] + 1 : runs[run + 2];
    }

    /** The first output index, of so many, whose origin ends after the offset in the source; their number if none. */
    int indexAt(int offset, int length) {
        int low = 0;
        int high = runs.length;
        while (low < high) {
            int run = (low + high) / (2 * FIELDS) * FIELDS;
            if (lastEnd(run, length) > offset) {
                high = run;
            } else {
                low = run + FIELDS;
            }
        }
        if (low == runs.length) {
            return length;
        }
        return runs[low + 2] == COPIED ? runs[low] + Math.max(0, offset - runs[low + 1]) : runs[low];
    }

    /** Where the origin of the last character of a run ends, in an output of the given length. */
    private int lastEnd(int run, int length) {
        int to = run + FIELDS == runs.length ? length : runs[run + FIELDS];
        return runs[run + 2] == COPIED ? runs[run + 1] + to - runs[run] : runs[run + 2];
    }

    /** The output indexes, ascending, before which at least the given source character was left out. */
    int[] gapsWith(char c, String source) {
        int[] gaps = NONE;
        int count = 0;
        for (int run = FIELDS; run < runs.length; run += FIELDS) {
            int to = runs[run + 1];
            int from = lastStart(run - FIELDS, runs[run]);
            while (from < to && source.charAt(from) != c) {
                from++;
            }
            if (from < to) {
                if (count == gaps.length) {
                    gaps = Arrays.copyOf(gaps, count * 2 + 16);
                }
                gaps[count++] = runs[run];
            }
        }
        return count == gaps.length ? gaps : Arrays.copyOf(gaps, count);
    }

    /** Where the origin of the last character of a run begins that reaches to the given output index. */
    private int lastStart(int run, int end) {
        return runs[run + 2] == COPIED ? runs[run + 1] + end - 1 - runs[run] : runs[run + 1];
    }

    /** Searches without a branch that depends on what is found: nobody can foresee where a name stands. */
    private int runOf(int index) {
        int run = 0;
        for (int count = runs.length / FIELDS; count > 1; count -= count >>> 1) {
            int half = (count >>> 1) * FIELDS;
            int beyond = index - runs[run + half] >> Integer.SIZE - 1;
            run += half & ~beyond;
        }
        return run;
    }
}
