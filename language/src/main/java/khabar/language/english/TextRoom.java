package khabar.language.english;

import java.util.Arrays;

/** Arrays for one English text after the other: nothing in them is cleared before it is asked for. For one thread. */
final class TextRoom {
    private static final int MOST_SPARE = 1 << 14;

    private long[] kinds = new long[0];
    private int[] known = new int[0];
    /** The first and the last words of the runs of capitals. */
    private int[] runs = new int[64];
    /** Bits of the kinds of all words of each run. */
    private long[] runKinds = new long[32];

    private int runCount;

    /** A text begins, which has no runs yet: room for the kinds of so many words, none of which has any. */
    long[] begin(int size) {
        runCount = 0;
        if (isFit(kinds.length, size)) {
            Arrays.fill(kinds, 0, size, 0);
        } else {
            kinds = new long[size + (size >> 1)];
        }
        return kinds;
    }

    /** Room for what is known of so many words, none of which is in a known name. */
    int[] known(int size) {
        if (isFit(known.length, size)) {
            Arrays.fill(known, 0, size, 0);
        } else {
            known = new int[size + (size >> 1)];
        }
        return known;
    }

    private static boolean isFit(int length, int size) {
        return size <= length && length - size <= MOST_SPARE;
    }

    void addRun(int first, int last, long kindsOfAll) {
        if (runCount == runKinds.length) {
            runs = Arrays.copyOf(runs, runCount * 4);
            runKinds = Arrays.copyOf(runKinds, runCount * 2);
        }
        runKinds[runCount] = kindsOfAll;
        runs[2 * runCount] = first;
        runs[2 * runCount++ + 1] = last;
    }

    int runs() {
        return runCount;
    }

    int first(int run) {
        return runs[2 * run];
    }

    int last(int run) {
        return runs[2 * run + 1];
    }

    long kindsOf(int run) {
        return runKinds[run];
    }
}
