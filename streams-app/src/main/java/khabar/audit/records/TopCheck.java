package khabar.audit.records;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import khabar.schemas.TopEntities;
import khabar.topics.Topics;
import khabar.topics.WindowKey;

/** Rows of top entities: in the order of the contract, and each a value that the entity's own count has had. */
final class TopCheck {
    private static final Comparator<Row> ORDER = Comparator.comparingLong(
                    (Row row) -> row.amount().count())
            .thenComparingLong(row -> row.amount().articles())
            .reversed()
            .thenComparing(Row::id);

    private final int most;
    private final Consumer<Flaw> flaws;
    private final Map<String, List<Amount>> counted = new HashMap<>();
    private final Map<String, Map<String, Amount>> newestCounts = new TreeMap<>();
    private final Map<String, List<Row>> newestRows = new HashMap<>();
    private final Map<String, List<Row>> rowsByPane = new LinkedHashMap<>();

    TopCheck(int most, Consumer<Flaw> flaws) {
        this.most = most;
        this.flaws = flaws;
    }

    /** The next pane of an entity count. */
    void counted(WindowKey key, Amount value) {
        counted.computeIfAbsent(key.text(), id -> new ArrayList<>()).add(value);
        newestCounts.computeIfAbsent(windowOf(key), window -> new HashMap<>()).put(key.id(), value);
    }

    /** The next pane of top entities. */
    void take(String key, TopEntities top) {
        List<Row> rows = top.getEntities().stream()
                .map(row -> new Row(row.getEntityId(), new Amount(row.getCount(), row.getArticles())))
                .toList();
        String pane = key + ", pane " + top.getPane().getIndex();
        if (!rows.equals(inOrder(rows))) {
            flaw(pane, "rows: " + rows + " (expected: the strongest first, at most " + most + ")");
        }
        newestRows.put(key, rows);
        rowsByPane.put(pane, rows);
    }

    /** After all records: every row was counted, and the newest rows are the strongest of the newest counts. */
    void finish() {
        Map<String, Integer> reached = new HashMap<>();
        rowsByPane.forEach((pane, rows) -> {
            String window = pane.substring(0, pane.indexOf(','));
            for (Row row : rows) {
                String key = window + "/" + row.id();
                List<Amount> panes = counted.getOrDefault(key, List.of());
                int from = reached.getOrDefault(key, 0);
                int at = panes.subList(from, panes.size()).indexOf(row.amount());
                if (at < 0) {
                    flaw(
                            pane,
                            key + ": " + row.amount()
                                    + " (expected: a pane of the count, none before an earlier row's)");
                } else {
                    reached.put(key, from + at);
                }
            }
        });
        newestCounts.forEach((window, byId) -> {
            List<Row> strongest = inOrder(byId.entrySet().stream()
                    .map(entry -> new Row(entry.getKey(), entry.getValue()))
                    .filter(row -> row.amount().count() > 0)
                    .toList());
            List<Row> published = newestRows.getOrDefault(window, List.of());
            if (!published.equals(strongest)) {
                flaw(window, "newest rows: " + published + " (expected: " + strongest + ", as last counted)");
            }
        });
    }

    private List<Row> inOrder(List<Row> rows) {
        return rows.stream().sorted(ORDER).limit(most).toList();
    }

    private static String windowOf(WindowKey key) {
        return new WindowKey(key.start(), key.size(), "").text();
    }

    private void flaw(String key, String detail) {
        flaws.accept(new Flaw(Topics.TOP_ENTITIES.name(), key, detail));
    }

    private record Row(String id, Amount amount) {
        @Override
        public String toString() {
            return id + " " + amount;
        }
    }
}
