package khabar.query.archive;

import static khabar.query.live.Outputs.DAY;
import static khabar.query.live.Outputs.MIDNIGHT;
import static khabar.query.live.Outputs.TODAY;
import static khabar.query.live.Outputs.count;
import static khabar.query.live.Outputs.pair;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import khabar.query.live.Output;
import khabar.query.values.EntityRanking;
import khabar.schemas.EntityCount;
import khabar.schemas.EntityPairCount;
import khabar.schemas.RankedEntity;
import khabar.topics.WindowKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rankings against a model that keeps everything and sorts it anew for each question. */
final class RankingsTest {
    private static final List<String> TYPES = List.of("person", "place", "organisation", "");
    private static final List<WindowKey> WINDOWS = List.of(
            TODAY, new WindowKey(MIDNIGHT.minus(DAY), DAY, ""), new WindowKey(MIDNIGHT, Duration.ofHours(1), ""));
    /** One is the beginning of another, also before a blank. */
    private static final List<String> IDS =
            List.of("Q1", "Q12", "Q2", "khabar:a", "khabar:a b", "khabar:آ", "khabar:a+b");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rankingsEqualWhatAFullScanSorts(long seed) {
        Random random = new Random(seed);
        Model model = new Model();
        try (Shelf shelf = new Shelf(folder)) {
            for (int batch = 0; batch < 60; batch++) {
                List<Output> outputs = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    outputs.add(random.nextBoolean() ? model.someCount(random) : model.somePair(random));
                }
                shelf.put(outputs.toArray(Output[]::new));
                model.check(shelf.archive().counts(), "seed " + seed + ", batch " + batch);
            }
        }
    }

    @Test
    void whatTheTopicKeepsNoMoreLeavesTheRankings() {
        RankedEntity somebody = new RankedEntity("Q1", "person", Map.of(), 3L, 2L, 3L, 2L, 0L, 0L, 0L, 0L);
        RankedEntity other = new RankedEntity("Q2", "person", Map.of(), 3L, 2L, 3L, 2L, 0L, 0L, 0L, 0L);
        try (Shelf shelf = new Shelf(folder)) {
            shelf.put(count(TODAY, somebody), pair(TODAY, somebody, other, 2));
        }
        Instant later = MIDNIGHT.plus(Shelf.RETENTION).plus(Duration.ofHours(1));
        try (Shelf shelf = new Shelf(folder, later, "test")) {
            shelf.put();
            // As if it came again: found once more only where nothing of it was left behind.
            RankedEntity less = new RankedEntity("Q1", "place", Map.of(), 1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L);
            shelf.put(count(TODAY, less));

            Counts counts = shelf.archive().counts();
            assertThat(counts.entities(TODAY, EntityRanking.all()))
                    .extracting(EntityCount::getEntityType)
                    .containsExactly("place");
            assertThat(counts.entities(TODAY, new EntityRanking(Optional.of("person"), false, true, 0, 9)))
                    .isEmpty();
            assertThat(counts.entities(TODAY, new EntityRanking(Optional.empty(), true, true, 0, 9)))
                    .isEmpty();
            assertThat(counts.pairs(TODAY, Optional.empty(), 9)).isEmpty();
        }
    }

    /** All that was put, newest values only. */
    private static final class Model {
        private final Map<WindowKey, Map<String, RankedEntity>> entities = new HashMap<>();
        private final Map<WindowKey, Map<String, Long>> pairs = new HashMap<>();

        Output someCount(Random random) {
            WindowKey window = one(WINDOWS, random);
            long articles = random.nextInt(4);
            long unique = random.nextInt((int) articles + 1);
            long mentions = articles * (1 + random.nextInt(2));
            // Half of them have no demonyms at all.
            boolean demonyms = random.nextBoolean();
            long only = demonyms ? random.nextInt((int) articles + 1) : 0;
            long uniqueOnly = Math.min(only, unique);
            RankedEntity row = new RankedEntity(
                    one(IDS, random),
                    one(TYPES, random),
                    Map.of(),
                    mentions,
                    articles,
                    unique,
                    unique,
                    demonyms ? only + mentions - articles : 0,
                    only,
                    uniqueOnly,
                    uniqueOnly);
            entities.computeIfAbsent(window, none -> new TreeMap<>()).put(row.getEntityId(), row);
            return count(window, row);
        }

        Output somePair(Random random) {
            WindowKey window = one(WINDOWS, random);
            int first = random.nextInt(IDS.size());
            int second = (first + 1 + random.nextInt(IDS.size() - 1)) % IDS.size();
            RankedEntity one = new RankedEntity(IDS.get(first), "", Map.of(), 1L, 1L, 1L, 1L, 0L, 0L, 0L, 0L);
            RankedEntity other = new RankedEntity(IDS.get(second), "", Map.of(), 1L, 1L, 1L, 1L, 0L, 0L, 0L, 0L);
            long articles = random.nextInt(4);
            String ids = one.getEntityId().compareTo(other.getEntityId()) < 0
                    ? one.getEntityId() + "|" + other.getEntityId()
                    : other.getEntityId() + "|" + one.getEntityId();
            pairs.computeIfAbsent(window, none -> new TreeMap<>()).put(ids, articles);
            return pair(window, one, other, articles);
        }

        void check(Counts counts, String when) {
            for (WindowKey window : WINDOWS) {
                for (int choice = 0; choice < 4; choice++) {
                    boolean unique = choice % 2 == 1;
                    boolean demonyms = choice >= 2;
                    check(counts, window, new EntityRanking(Optional.empty(), unique, demonyms, 0, 100), when);
                    check(counts, window, new EntityRanking(Optional.empty(), unique, demonyms, 2, 3), when);
                    for (String type : TYPES) {
                        check(counts, window, new EntityRanking(Optional.of(type), unique, demonyms, 1, 2), when);
                    }
                }
                assertThat(counts.pairs(window, Optional.empty(), 5).stream().map(Model::text))
                        .as("pairs of %s, %s", window, when)
                        .containsExactlyElementsOf(firstPairs(window));
            }
        }

        private void check(Counts counts, WindowKey window, EntityRanking wanted, String when) {
            assertThat(counts.entities(window, wanted))
                    .as("%s of %s, %s", wanted, window, when)
                    .extracting(EntityCount::getEntityId)
                    .containsExactlyElementsOf(first(window, wanted));
        }

        private List<String> first(WindowKey window, EntityRanking wanted) {
            ToLongFunction<RankedEntity> mentions = row -> mentions(row, wanted);
            ToLongFunction<RankedEntity> articles = row -> articles(row, wanted);
            return entities.getOrDefault(window, Map.of()).values().stream()
                    .filter(row -> articles.applyAsLong(row) > 0)
                    .filter(row ->
                            wanted.type().map(row.getEntityType()::equals).orElse(true))
                    .sorted(Comparator.comparingLong(mentions)
                            .thenComparingLong(articles)
                            .reversed()
                            .thenComparing(RankedEntity::getEntityId))
                    .skip(wanted.offset())
                    .limit(wanted.limit())
                    .map(RankedEntity::getEntityId)
                    .toList();
        }

        private static long mentions(RankedEntity row, EntityRanking wanted) {
            long with = wanted.unique() ? row.getUniqueCount() : row.getCount();
            long demonyms = wanted.unique() ? row.getUniqueDemonymCount() : row.getDemonymCount();
            return wanted.demonyms() ? with : with - demonyms;
        }

        private static long articles(RankedEntity row, EntityRanking wanted) {
            long with = wanted.unique() ? row.getUniqueArticles() : row.getArticles();
            long only = wanted.unique() ? row.getUniqueDemonymOnlyArticles() : row.getDemonymOnlyArticles();
            return wanted.demonyms() ? with : with - only;
        }

        private List<String> firstPairs(WindowKey window) {
            return pairs.getOrDefault(window, Map.of()).entrySet().stream()
                    .filter(pair -> pair.getValue() > 0)
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(pair -> pair.getKey().split("\\|")[0])
                            .thenComparing(pair -> pair.getKey().split("\\|")[1]))
                    .limit(5)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        private static String text(EntityPairCount pair) {
            return pair.getEntityId() + "|" + pair.getOtherEntityId();
        }

        private static <T> T one(List<T> all, Random random) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
