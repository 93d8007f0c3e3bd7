package khabar.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import khabar.language.TextCore;
import khabar.schemas.RuleKind;
import khabar.settings.Settings;
import khabar.topology.duplicate.DuplicateOptions;
import khabar.topology.pair.CountPairs;
import khabar.topology.pair.PairOptions;
import khabar.topology.trend.TrendOptions;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** State is bounded: whatever a busy time leaves in any store is gone when the horizon has passed. */
final class BoundedStateTest {
    private static final TextCore CORE = TextCore.shipped();
    private static final long SEED = 11;
    private static final int QUIET_DAYS = 16;
    private static final int BUSY_DAYS = 6;
    private static final int BUSY_ARTICLES = 30;
    private static final List<String> PLACES =
            List.of("سوریه", "روسیه", "ایران", "عراق", "چین", "ترکیه", "لبنان", "مصر", "یمن", "قطر");
    private static final List<String> SOURCES = List.of("فارس", "ایرنا", "Reuters");

    private final Random random = new Random(SEED);
    private Instant day = Newsroom.NOON.minus(Duration.ofDays(2 * QUIET_DAYS + BUSY_DAYS + 1));
    private int uri;

    @Test
    void everyStoreShrinksAgainWhenTheHorizonHasPassed() {
        try (Newsroom newsroom = new Newsroom(CORE, settings())) {
            newsroom.rule("syria", RuleKind.ALERT, "entities: Q858");
            newsroom.rule("loud", RuleKind.ALERT, "kind: threshold", "articles: 2", "window: 6h", "words: روسیه");
            newsroom.rule("trends", RuleKind.ALERT, "kind: trend");

            passDays(newsroom, QUIET_DAYS, 1, 1);
            Map<String, Long> quiet = entries(newsroom);
            passDays(newsroom, BUSY_DAYS, BUSY_ARTICLES, 4);
            Map<String, Long> busy = entries(newsroom);
            // Nothing meets the search for Russia any more.
            passDays(newsroom, QUIET_DAYS, 1, 0);
            Map<String, Long> again = entries(newsroom);

            assertThat(busy.keySet()).containsAll(watched());
            busy.forEach((store, most) -> {
                if (watched().contains(store)) {
                    assertThat(most).as(store + " in the busy time").isGreaterThan(quiet.getOrDefault(store, 0L));
                }
            });
            again.forEach((store, left) -> assertThat(left)
                    .as("%s: %d when quiet, %d when busy", store, quiet.get(store), busy.get(store))
                    .isLessThanOrEqualTo(quiet.getOrDefault(store, 0L) + 3));
            assertThat(again).containsEntry("match-counts", 0L);
        }
    }

    /** Those that hold what is as many as there are articles, entities or windows. */
    private static Set<String> watched() {
        return Set.of(
                "revisions",
                "articles-to-mark",
                "originals",
                "sketches",
                "bands",
                "entity-counts",
                "subject-counts",
                "partial-tops",
                "top-entities",
                "trend-pasts",
                "paired-articles",
                "published-pairs",
                "alerted-articles",
                "match-counts");
    }

    private static Settings settings() {
        return Settings.defaults()
                .with(TopologyOptions.WINDOW_SIZES, "PT1H,P1D")
                .with(TopologyOptions.HORIZON, "3d")
                .with(DuplicateOptions.WINDOW, "12h")
                .with(TrendOptions.HALF_LIFE, "0.5")
                .with(PairOptions.LEAST_ARTICLES, "1");
    }

    private void passDays(Newsroom newsroom, int days, int articles, int places) {
        for (int i = 0; i < days; i++) {
            for (int article = 0; article < articles; article++) {
                Duration into = Duration.ofDays(1).dividedBy(articles).multipliedBy(article);
                newsroom.send(Newsroom.article("uri-" + uri++, words(places))
                        .setBody(WireStories.told(random))
                        .setPublishedAt(day.plus(into))
                        .setVersionCreated(day.plus(into))
                        .setSource(SOURCES.get(random.nextInt(SOURCES.size())))
                        .build());
                newsroom.settle();
            }
            newsroom.pass(CountPairs.LEAST_INTERVAL);
            day = day.plus(Duration.ofDays(1));
        }
    }

    private String words(int places) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < places; i++) {
            words.append(PLACES.get(random.nextInt(PLACES.size()))).append(" و ");
        }
        return words.append("ارتش سوریه").toString();
    }

    private static Map<String, Long> entries(Newsroom newsroom) {
        Map<String, Long> entries = new TreeMap<>();
        for (Map.Entry<String, StateStore> store :
                newsroom.driver.getAllStateStores().entrySet()) {
            if (store.getValue() instanceof KeyValueStore<?, ?> values) {
                entries.put(store.getKey(), count(values));
            }
        }
        return entries;
    }

    private static long count(KeyValueStore<?, ?> store) {
        long count = 0;
        try (KeyValueIterator<?, ?> all = store.all()) {
            for (; all.hasNext(); all.next()) {
                count++;
            }
        }
        return count;
    }
}
