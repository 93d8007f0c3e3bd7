package khabar.topology.rank;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import khabar.schemas.state.RankedCount;

/** The order of the most named entities: by count, then by articles, both descending, then by id. */
final class Order {
    static final Comparator<RankedCount> STRONGEST_FIRST = Comparator.comparingLong(RankedCount::getCount)
            .thenComparingLong(RankedCount::getArticles)
            .reversed()
            .thenComparing(RankedCount::getEntityId);

    private Order() {}

    /** The given number of rows that come first. */
    static List<RankedCount> top(Stream<RankedCount> rows, int most) {
        return rows.sorted(STRONGEST_FIRST).limit(most).toList();
    }
}
