package khabar.topology.rank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import khabar.schemas.state.RankedCount;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of one window, and some more, so that rows may fall out of the ranking before the
 * others must be looked at again.
 */
final class FirstRows {
    /** How many times the wanted rows are kept. */
    private static final int SPARE = 2;

    private final int most;
    private final Map<String, RankedCount> byId = new HashMap<>();
    private final TreeSet<RankedCount> inOrder = new TreeSet<>(Order.STRONGEST_FIRST);
    /** No row that was left out comes before this one; null while none was left out. */
    private @Nullable RankedCount leftOut;

    /** Nothing yet, of which so many rows are wanted. */
    FirstRows(int most) {
        this.most = most;
    }

    /** Puts the row of its entity in its place; a row that counts nothing is no row. */
    void put(RankedCount row) {
        RankedCount before = byId.remove(row.getEntityId());
        if (before != null) {
            inOrder.remove(before);
        }
        if (row.getCount() > 0 && (leftOut == null || Order.STRONGEST_FIRST.compare(row, leftOut) < 0)) {
            byId.put(row.getEntityId(), row);
            inOrder.add(row);
            leaveOutWhatIsTooMuch();
        }
    }

    /** Whether the first rows of all are among those that are kept. */
    boolean suffice() {
        return leftOut == null || inOrder.size() >= most;
    }

    /** The wanted rows, strongest first. */
    List<RankedCount> top() {
        return inOrder.stream().limit(most).toList();
    }

    private void leaveOutWhatIsTooMuch() {
        if (inOrder.size() > most * SPARE) {
            RankedCount last = inOrder.last();
            inOrder.remove(last);
            byId.remove(last.getEntityId());
            leftOut = last;
        }
    }
}
