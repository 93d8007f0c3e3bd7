package khabar.audit.records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether the panes of one key are values that the count can have had. Changes from one partition of
 * the feed come in its order, those of several partitions mix: a pane must be the sum of what the
 * first few changes of each partition say, and never of fewer than the pane before it.
 */
final class Trace {
    /** More ways than this to mix the partitions are not followed. */
    private static final int MOST_WAYS = 20_000;

    private final Map<Integer, TreeMap<Long, List<Amount>>> byPartition = new TreeMap<>();
    private final List<Amount> panes = new ArrayList<>();
    private boolean traceable = true;

    /** A change by the record of the feed at the given place. */
    void change(int partition, long offset, Amount by) {
        byPartition
                .computeIfAbsent(partition, number -> new TreeMap<>())
                .computeIfAbsent(offset, place -> new ArrayList<>())
                .add(by);
    }

    /** A change that comes from elsewhere than the feed: when it came cannot be known. */
    void changeAnyTime(Amount by) {
        traceable = false;
        change(-1, byPartition.containsKey(-1) ? byPartition.get(-1).size() : 0, by);
    }

    /** The next pane. */
    void pane(Amount value) {
        panes.add(value);
    }

    int panes() {
        return panes.size();
    }

    /** The first pane that cannot be; null where all can. The newest must be the sum of everything. */
    @Nullable
    Finding check() {
        List<List<Amount>> changes = changes();
        Amount all = changes.stream().flatMap(List::stream).reduce(Amount.NONE, Amount::plus);
        Amount newest = panes.isEmpty() ? Amount.NONE : panes.get(panes.size() - 1);
        if (!newest.equals(all)) {
            return new Finding(panes.size() - 1, newest + " (expected: " + all + ")");
        }
        List<Sums> sums = changes.stream().map(Sums::of).toList();
        Set<List<Integer>> ways = Set.of(changes.stream().map(list -> 0).toList());
        for (int i = 0; traceable && i < panes.size(); i++) {
            Set<List<Integer>> next = new Mixing(sums, panes.get(i)).from(ways);
            if (next == null) {
                traceable = false;
                return null;
            }
            if (next.isEmpty()) {
                return new Finding(i, panes.get(i) + " (expected: a value that the count has had)");
            }
            ways = next;
        }
        return null;
    }

    /** Whether every pane was checked, once {@link #check} has run. */
    boolean isComplete() {
        return traceable;
    }

    private List<List<Amount>> changes() {
        return byPartition.values().stream()
                .map(byOffset ->
                        byOffset.values().stream().flatMap(List::stream).toList())
                .toList();
    }

    /** A pane that cannot be. */
    record Finding(int index, String detail) {}

    /**
     * Sums along the changes of one partition, by how many of them have come.
     *
     * @param now their sum
     * @param most the most that the sum can still become
     * @param least the least that it can still become
     */
    private record Sums(List<Amount> now, List<Amount> most, List<Amount> least) {
        static Sums of(List<Amount> changes) {
            Sums sums = new Sums(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            Amount now = Amount.NONE;
            Amount most = changes.stream().map(Amount::rise).reduce(Amount.NONE, Amount::plus);
            Amount least = changes.stream().map(Amount::fall).reduce(Amount.NONE, Amount::plus);
            sums.add(now, most, least);
            for (Amount change : changes) {
                now = now.plus(change);
                most = most.plus(change.fall());
                least = least.plus(change.rise());
                sums.add(now, most, least);
            }
            return sums;
        }

        private void add(Amount isNow, Amount canBeMost, Amount canBeLeast) {
            now.add(isNow);
            most.add(canBeMost);
            least.add(canBeLeast);
        }

        int changes() {
            return now.size() - 1;
        }
    }

    /** Every way to reach one value from where the pane before it was. */
    private record Mixing(List<Sums> partitions, Amount target) {

        /** The ways; null where they are too many to follow. */
        @Nullable
        Set<List<Integer>> from(Set<List<Integer>> ways) {
            Set<List<Integer>> seen = new HashSet<>(ways);
            List<List<Integer>> open = new ArrayList<>(ways);
            Set<List<Integer>> reached = new LinkedHashSet<>();
            for (int i = 0; i < open.size(); i++) {
                List<Integer> way = open.get(i);
                if (total(way, Sums::now).equals(target)) {
                    reached.add(way);
                }
                if (seen.size() > MOST_WAYS) {
                    return null;
                }
                if (canStillBe(way)) {
                    longerBy(way).stream().filter(seen::add).forEach(open::add);
                }
            }
            return reached;
        }

        private List<List<Integer>> longerBy(List<Integer> way) {
            List<List<Integer>> longer = new ArrayList<>();
            for (int partition = 0; partition < way.size(); partition++) {
                if (way.get(partition) < partitions.get(partition).changes()) {
                    List<Integer> next = new ArrayList<>(way);
                    next.set(partition, way.get(partition) + 1);
                    longer.add(List.copyOf(next));
                }
            }
            return longer;
        }

        private Amount total(List<Integer> way, Function<Sums, List<Amount>> along) {
            Amount total = Amount.NONE;
            for (int partition = 0; partition < way.size(); partition++) {
                total = total.plus(along.apply(partitions.get(partition)).get(way.get(partition)));
            }
            return total;
        }

        /** Whether what is still to come can take the sum to the target. */
        private boolean canStillBe(List<Integer> way) {
            Amount most = total(way, Sums::most);
            Amount least = total(way, Sums::least);
            return most.count() >= target.count()
                    && most.articles() >= target.articles()
                    && least.count() <= target.count()
                    && least.articles() <= target.articles();
        }
    }
}
