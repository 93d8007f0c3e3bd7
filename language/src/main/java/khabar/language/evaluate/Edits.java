package khabar.language.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The changes that turn one text into another, with as few characters as can be: the greedy algorithm of
 * E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986. Changes side by side are one.
 */
final class Edits {
    /** Texts that differ in more characters are one change as a whole. */
    private static final int MOST = 4000;

    private final String before;
    private final String after;
    private final List<int[]> history = new ArrayList<>();
    private final BitSet deleted = new BitSet();
    private final BitSet inserted = new BitSet();

    private Edits(String before, String after) {
        this.before = before;
        this.after = after;
    }

    static List<Edit> between(String before, String after) {
        if (before.equals(after)) {
            return List.of();
        }
        Edits edits = new Edits(before, after);
        if (!edits.search()) {
            return List.of(new Edit(0, before, after));
        }
        edits.trace();
        return edits.joined();
    }

    private boolean search() {
        int most = Math.min(MOST, before.length() + after.length());
        int middle = most + 1;
        int[] reach = new int[2 * most + 3];
        for (int changes = 0; changes <= most; changes++) {
            history.add(Arrays.copyOfRange(reach, middle - changes - 1, middle + changes + 2));
            for (int k = -changes; k <= changes; k += 2) {
                int x = isDown(reach, middle, k, changes) ? reach[middle + k + 1] : reach[middle + k - 1] + 1;
                while (x < before.length() && x - k < after.length() && before.charAt(x) == after.charAt(x - k)) {
                    x++;
                }
                reach[middle + k] = x;
                if (x >= before.length() && x - k >= after.length()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDown(int[] reach, int middle, int k, int changes) {
        return k == -changes || k != changes && reach[middle + k - 1] < reach[middle + k + 1];
    }

    private void trace() {
        int x = before.length();
        int y = after.length();
        for (int changes = history.size() - 1; changes > 0; changes--) {
            int[] reach = history.get(changes);
            int k = x - y;
            boolean down = isDown(reach, changes + 1, k, changes);
            int kBefore = down ? k + 1 : k - 1;
            x = reach[changes + 1 + kBefore];
            y = x - kBefore;
            if (down) {
                inserted.set(y);
            } else {
                deleted.set(x);
            }
        }
    }

    private List<Edit> joined() {
        List<Edit> edits = new ArrayList<>();
        int x = 0;
        int y = 0;
        while (x < before.length() || y < after.length()) {
            int endX = deleted.nextClearBit(x);
            int endY = inserted.nextClearBit(y);
            if (endX > x || endY > y) {
                edits.add(new Edit(x, before.substring(x, endX), after.substring(y, endY)));
            }
            x = endX + 1;
            y = endY + 1;
        }
        return edits;
    }
}
