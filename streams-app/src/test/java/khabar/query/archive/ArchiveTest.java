package khabar.query.archive;

import static khabar.query.live.Outputs.DAY;
import static khabar.query.live.Outputs.LAVROV;
import static khabar.query.live.Outputs.MIDNIGHT;
import static khabar.query.live.Outputs.MINUTE;
import static khabar.query.live.Outputs.SYRIA;
import static khabar.query.live.Outputs.TODAY;
import static khabar.query.live.Outputs.alert;
import static khabar.query.live.Outputs.article;
import static khabar.query.live.Outputs.count;
import static khabar.query.live.Outputs.of;
import static khabar.query.live.Outputs.pair;
import static khabar.query.live.Outputs.rejected;
import static khabar.query.live.Outputs.top;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabar.query.disk.Deadline;
import khabar.query.live.Output;
import khabar.query.values.ArticleSearch;
import khabar.query.values.EntityRanking;
import khabar.query.values.Page;
import khabar.query.values.Stretch;
import khabar.schemas.AlertState;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.NamedEntity;
import khabar.schemas.PaneTiming;
import khabar.schemas.PubStatus;
import khabar.schemas.RankedEntity;
import khabar.schemas.RejectReason;
import khabar.schemas.Subject;
import khabar.topics.WindowKey;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArchiveTest {
    private static final TopicPartition PARTITION = new TopicPartition("all", 0);
    private static final Stretch EVER = new Stretch(Optional.empty(), Optional.empty(), Integer.MAX_VALUE);

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsThereAgainAfterAStartTogetherWithHowFarItWasRead() {
        try (Shelf shelf = new Shelf(folder)) {
            assertThat(shelf.archive().next(PARTITION)).isEmpty();
            shelf.put(count(TODAY, SYRIA));
        }
        try (Shelf again = new Shelf(folder)) {
            assertThat(again.archive().next(PARTITION)).contains(1L);
            assertThat(again.archive().counts().entities(TODAY, EntityRanking.all()))
                    .hasSize(1);
        }
    }

    @Test
    void anArchiveOfOtherTopicsBeginsAnew() {
        try (Shelf shelf = new Shelf(folder)) {
            shelf.put(count(TODAY, SYRIA));
        }
        try (Shelf other = new Shelf(folder, MIDNIGHT, "other topics")) {
            assertThat(other.archive().next(PARTITION)).isEmpty();
            assertThat(other.archive().counts().entities(TODAY, EntityRanking.all()))
                    .isEmpty();
        }
    }

    @Test
    void aBrokenArchiveBeginsAnew() throws IOException {
        try (Shelf shelf = new Shelf(folder)) {
            shelf.put(count(TODAY, SYRIA));
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("MANIFEST"))
                    .toList()) {
                Files.writeString(file, "nonsense");
            }
        }
        try (Shelf again = new Shelf(folder)) {
            assertThat(again.archive().next(PARTITION)).isEmpty();
        }
    }

    @Test
    void aFolderIsForOneInstance() {
        try (Shelf shelf = new Shelf(folder)) {
            shelf.put(count(TODAY, SYRIA));
            assertThatThrownBy(() -> new Shelf(folder)).hasMessageContaining("in use by another instance");
            assertThat(shelf.archive().counts().entities(TODAY, EntityRanking.all()))
                    .hasSize(1);
        }
    }

    @Test
    void theNewestPaneIsTheTruthInOneBatchAndInTwo() {
        try (Shelf shelf = new Shelf(folder)) {
            RankedEntity more = new RankedEntity("Q858", "place", Map.of(), 30L, 3L, 30L, 3L, 0L, 0L, 0L, 0L);
            RankedEntity none = new RankedEntity("Q858", "place", Map.of(), 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);

            shelf.put(count(TODAY, SYRIA), count(TODAY, more));
            assertThat(shelf.archive()
                            .counts()
                            .entities(TODAY, EntityRanking.all())
                            .get(0)
                            .getArticles())
                    .isEqualTo(3);
            shelf.put(count(TODAY, none));
            assertThat(shelf.archive().counts().entities(TODAY, EntityRanking.all()))
                    .isEmpty();
            assertThat(shelf.archive().counts().newestOf("Q858", DAY)).isEmpty();
        }
    }

    @Test
    void whatItsTopicKeepsNoMoreGoesAndArticlesStay() {
        WindowKey old = new WindowKey(MIDNIGHT.minus(DAY), DAY, "");
        try (Shelf shelf = new Shelf(folder)) {
            shelf.put(
                    top(old, PaneTiming.ON_TIME, SYRIA),
                    count(old, SYRIA),
                    pair(old, SYRIA, LAVROV, 1),
                    rejected("a:1", RejectReason.TOO_LATE, 1),
                    alert("rule", "a:1", AlertState.FIRED, 1),
                    of(article("a:1", "one", PubStatus.USABLE, MIDNIGHT)));
            shelf.putDeadLetter("java.lang.ArithmeticException", "/ by zero");
        }
        Instant later = MIDNIGHT.plus(Shelf.RETENTION).plus(Duration.ofHours(1));
        try (Shelf shelf = new Shelf(folder, later, "test")) {
            for (int i = 0; i < 5; i++) {
                shelf.put(count(new WindowKey(later, DAY, ""), LAVROV));
            }
            Archive archive = shelf.archive();
            assertThat(archive.counts().windows(DAY, Optional.empty(), 10)).hasSize(1);
            assertThat(archive.counts().entities(old, EntityRanking.all())).isEmpty();
            assertThat(archive.counts().entityOver("Q858", DAY, EVER)).isEmpty();
            assertThat(archive.counts().pairs(old, Optional.of("Q858"), 10)).isEmpty();
            assertThat(archive.refusals().rejectedByReason()).isEmpty();
            assertThat(archive.refusals().rejected(Optional.empty(), 10)).isEmpty();
            assertThat(archive.refusals().deadLettersByException()).isEmpty();
            assertThat(archive.refusals().deadLetters(Optional.empty(), 10)).isEmpty();
            assertThat(archive.refusals().alerts(Optional.empty(), 10)).isEmpty();
            assertThat(archive.articles().article("a:1")).isPresent();
        }
    }

    @Test
    void howMuchIsLookedAtDependsOnTheTimeNotOnHowOftenItIsWritten() {
        List<WindowKey> minutes = IntStream.range(0, 5_000)
                .mapToObj(minute -> new WindowKey(MIDNIGHT.plusSeconds(60L * minute), MINUTE, ""))
                .toList();
        try (Shelf shelf = new Shelf(folder)) {
            shelf.put(minutes.stream().map(minute -> count(minute, SYRIA)).toArray(Output[]::new));
        }
        MovableClock clock = new MovableClock(MIDNIGHT.plus(Shelf.RETENTION).plus(Duration.ofHours(1)));
        try (Shelf shelf = new Shelf(folder, clock, "test")) {
            List<Integer> left = new ArrayList<>();
            for (Duration passed : List.of(Duration.ZERO, Duration.ofMillis(900), Duration.ofMillis(100), DAY)) {
                clock.move(passed);
                shelf.put();
                left.add(shelf.archive()
                        .counts()
                        .entityOver("Q858", MINUTE, EVER)
                        .size());
            }
            assertThat(left).containsExactly(3_000, 3_000, 1_000, 0);

            shelf.put(count(minutes.get(0), SYRIA));
            clock.move(DAY.negated());
            shelf.put();
            clock.move(Duration.ofSeconds(1));
            shelf.put();
            assertThat(shelf.archive().counts().entityOver("Q858", MINUTE, EVER))
                    .as("a clock that was set back holds nothing up")
                    .isEmpty();
        }
    }

    @Test
    void whoAsksForTooMuchIsStopped() {
        try (Shelf shelf = new Shelf(folder)) {
            shelf.put(count(TODAY, SYRIA));
            assertThatThrownBy(() -> Deadline.within(
                            Duration.ofSeconds(-1),
                            () -> shelf.archive().counts().entities(TODAY, EntityRanking.all())))
                    .isInstanceOf(Deadline.Exceeded.class);
            assertThat(shelf.archive().counts().entities(TODAY, EntityRanking.all()))
                    .hasSize(1);
        }
    }

    /** Whatever was written, a search finds what a look at all articles finds, in the same order, page by page. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aSearchFindsWhatALookAtAllArticlesFinds(long seed, @TempDir Path own) {
        Random random = new Random(seed);
        Map<String, EnrichedArticle> standing = new HashMap<>();
        try (Shelf shelf = new Shelf(own)) {
            for (int i = 0; i < 300; i++) {
                EnrichedArticle article = randomArticle(random);
                standing.put(article.getUri(), article);
                shelf.put(of(article));
            }
            for (int i = 0; i < 100; i++) {
                ArticleSearch search = randomSearch(random);
                assertThat(found(shelf.archive().articles(), search))
                        .as("seed " + seed + ", " + search)
                        .isEqualTo(looked(standing, search));
            }
        }
    }

    private static List<String> found(Articles articles, ArticleSearch search) {
        List<String> uris = new ArrayList<>();
        Optional<String> before = Optional.empty();
        do {
            Page<EnrichedArticle> page = articles.search(new ArticleSearch(
                    search.entity(),
                    search.subject(),
                    search.source(),
                    search.language(),
                    search.from(),
                    search.to(),
                    before.orElse(null),
                    search.limit()));
            page.rows().forEach(article -> uris.add(article.getUri()));
            before = page.next();
        } while (before.isPresent());
        return uris;
    }

    private static List<String> looked(Map<String, EnrichedArticle> standing, ArticleSearch search) {
        Predicate<EnrichedArticle> wanted = article -> article.getPubStatus() == PubStatus.USABLE
                && (search.entity() == null
                        || article.getEntities().stream()
                                .anyMatch(entity -> entity.getEntityId().equals(search.entity())))
                && (search.subject() == null
                        || article.getSubjects().stream()
                                .anyMatch(subject -> subject.getCode().equals(search.subject())))
                && (search.source() == null || search.source().equals(article.getSource()))
                && (search.language() == null || search.language().equals(article.getLanguage()))
                && (search.from() == null || !article.getPublishedAt().isBefore(search.from()))
                && (search.to() == null || article.getPublishedAt().isBefore(search.to()));
        return standing.values().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(EnrichedArticle::getPublishedAt)
                        .reversed()
                        .thenComparing(EnrichedArticle::getUri))
                .map(EnrichedArticle::getUri)
                .toList();
    }

    private static EnrichedArticle randomArticle(Random random) {
        PubStatus status = random.nextInt(5) == 0 ? PubStatus.WITHHELD : PubStatus.USABLE;
        EnrichedArticle article = article("a:" + random.nextInt(120), "خبر", status, MIDNIGHT);
        // Times before and after 1970, so that their order in keys is tried.
        article.setPublishedAt(Instant.ofEpochSecond(random.nextInt(100) - 50));
        article.setSource(random.nextInt(3) == 0 ? null : "s" + random.nextInt(3));
        article.setLanguage(random.nextBoolean() ? "fa" : "en");
        article.setEntities(random.ints(random.nextInt(4), 0, 12)
                .distinct()
                // One id is the beginning of another.
                .mapToObj(number -> new NamedEntity("Q" + number, "place", Map.of(), 1, 0))
                .toList());
        article.setSubjects(random.ints(random.nextInt(3), 0, 3)
                .distinct()
                .mapToObj(number -> new Subject("medtop:" + number, Map.of(), 1.0, List.of()))
                .toList());
        return article;
    }

    private static ArticleSearch randomSearch(Random random) {
        return new ArticleSearch(
                random.nextBoolean() ? "Q" + random.nextInt(12) : null,
                random.nextInt(3) == 0 ? "medtop:" + random.nextInt(3) : null,
                random.nextInt(3) == 0 ? "s" + random.nextInt(3) : null,
                random.nextInt(3) == 0 ? "fa" : null,
                random.nextInt(3) == 0 ? Instant.ofEpochSecond(random.nextInt(100) - 50) : null,
                random.nextInt(3) == 0 ? Instant.ofEpochSecond(random.nextInt(100) - 50) : null,
                null,
                1 + random.nextInt(7));
    }

    /** Time that passes when it is told to. */
    private static final class MovableClock extends Clock {
        private Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

        void move(Duration passed) {
            now = now.plus(passed);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
