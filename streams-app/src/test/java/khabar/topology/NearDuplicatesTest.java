package khabar.topology;

import static khabar.topology.Newsroom.NOON;
import static khabar.topology.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import khabar.language.TextCore;
import khabar.schemas.Article;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.PubStatus;
import khabar.settings.Settings;
import khabar.topology.duplicate.DuplicateOptions;
import org.junit.jupiter.api.Test;

/** The same wire story under other uris: a cast of one original and its copies. */
final class NearDuplicatesTest {
    private static final TextCore CORE = TextCore.shipped();
    private static final String SYRIA_BY_DAY = "2026-11-22T00:00:00Z/P1D/Q858";
    private static final String BODY =
            "سخنگوی وزارت دفاع روز یکشنبه در نشست خبری اعلام کرد که نیروهای ارتش سوریه پس از چند "
                    + "هفته درگیری سنگین کنترل کامل شهرک‌های جنوبی استان حلب را در دست گرفته‌اند و هزاران خانواده آواره "
                    + "می‌توانند در روزهای آینده زیر نظر سازمان‌های امدادی به خانه‌های خود بازگردند";
    private static final String NONE = "none";
    private static final String HEADLINE = "بازگشت آوارگان به شهرک‌های جنوبی حلب آغاز می‌شود";

    private static Article.Builder original() {
        return article("original", HEADLINE).setBody(BODY).setPublishedAt(NOON.minus(Duration.ofHours(2)));
    }

    /** Another agency: another headline, a few other words, half-spaces lost, letters of another keyboard. */
    private static Article.Builder copy() {
        String body = BODY.replace("سنگین", "شدید")
                .replace("هزاران", "صدها")
                .replace("\u200c", "")
                .replace('\u06cc', '\u064a')
                .replace('\u06a9', '\u0643');
        return article("copy", "آوارگان حلب به خانه بازمی‌گردند")
                .setBody(body)
                .setPublishedAt(NOON.minus(Duration.ofHours(1)));
    }

    private static Article.Builder another() {
        return article("another", "تیم ملی والیبال ایران قهرمان آسیا شد")
                .setBody("تیم ملی والیبال ایران شامگاه یکشنبه با پیروزی برابر ژاپن در سالن دوازده هزار نفری تهران برای "
                        + "پنجمین بار پیاپی قهرمان رقابت‌های جام ملت‌های آسیا شد و سهمیه المپیک گرفت")
                .setPublishedAt(NOON.minus(Duration.ofMinutes(30)));
    }

    @Test
    void theSameStoryUnderAnotherUriIsMarkedAndNotDropped() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(original().build())
                    .send(copy().build())
                    .send(another().build())
                    .settle();

            List<EnrichedArticle> enriched = newsroom.enriched();
            assertThat(marks(enriched)).isEqualTo(Map.of("original", NONE, "copy", "original", "another", NONE));
            assertThat(enriched)
                    .filteredOn(article -> article.getDuplicateOf() != null)
                    .singleElement()
                    .satisfies(copy -> {
                        assertThat(copy.getDuplicateSimilarity()).isBetween(0.7, 0.99);
                        assertThat(copy.getMentions()).isNotEmpty();
                    });
            assertThat(syria(newsroom)).isEqualTo("2 in 2, unique 1 in 1");
        }
    }

    @Test
    void whenTheOriginalIsCanceledTheCopyCounts() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(original().build()).send(copy().build()).settle();
            newsroom.send(original().setPubStatus(PubStatus.CANCELED).build()).settle();

            assertThat(marks(newsroom)).containsEntry("copy", NONE);
            assertThat(syria(newsroom)).isEqualTo("1 in 1, unique 1 in 1");
        }
    }

    @Test
    void aWithheldOriginalIsNoneUntilItIsRestored() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(original().build()).send(copy().build());
            newsroom.send(original()
                            .setVersion("2")
                            .setPubStatus(PubStatus.WITHHELD)
                            .build())
                    .settle();
            assertThat(syria(newsroom)).isEqualTo("1 in 1, unique 1 in 1");

            newsroom.send(original().setVersion("3").build()).settle();
            assertThat(marks(newsroom)).containsEntry("copy", "original");
            assertThat(syria(newsroom)).isEqualTo("2 in 2, unique 1 in 1");
        }
    }

    @Test
    void aLateOriginalTakesTheCopysPlace() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(copy().build()).settle();
            assertThat(syria(newsroom)).isEqualTo("1 in 1, unique 1 in 1");

            newsroom.send(original().build()).settle();
            assertThat(marks(newsroom)).isEqualTo(Map.of("copy", "original", "original", NONE));
            assertThat(syria(newsroom)).isEqualTo("2 in 2, unique 1 in 1");
        }
    }

    @Test
    void aCorrectionOfTheTimeTurnsCopyAndOriginalRound() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(original().build()).send(copy().build());
            newsroom.send(original()
                            .setVersion("2")
                            .setPublishedAt(NOON.minus(Duration.ofMinutes(1)))
                            .build())
                    .settle();

            assertThat(marks(newsroom)).isEqualTo(Map.of("original", "copy", "copy", NONE));
            assertThat(syria(newsroom)).isEqualTo("2 in 2, unique 1 in 1");
        }
    }

    @Test
    void aCopyThatIsCorrectedIntoAnotherStoryRepeatsNothing() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(original().build()).send(copy().build());
            newsroom.send(copy().setVersion("2")
                            .setBody(another().getBody())
                            .setHeadline("سوریه")
                            .build())
                    .settle();

            assertThat(marks(newsroom)).containsEntry("copy", NONE);
            assertThat(syria(newsroom)).isEqualTo("2 in 2, unique 2 in 2");
        }
    }

    @Test
    void ofManyCopiesTheEarliestCountsWhateverTheirOrder() {
        List<Article> copies = List.of(
                copy().setUri("c").setPublishedAt(NOON.minusSeconds(3)).build(),
                copy().setUri("a").setPublishedAt(NOON.minusSeconds(2)).build(),
                copy().setUri("b").setPublishedAt(NOON.minusSeconds(2)).build(),
                original().build());
        try (Newsroom newsroom = new Newsroom(CORE)) {
            copies.forEach(article -> newsroom.send(article).settle());

            assertThat(marks(newsroom))
                    .isEqualTo(Map.of("original", NONE, "a", "original", "b", "original", "c", "original"));
            assertThat(syria(newsroom)).isEqualTo("4 in 4, unique 1 in 1");
        }
    }

    @Test
    void theSameStoryDaysLaterIsNewsAgain() {
        for (int hours : List.of(72, 73)) {
            try (Newsroom newsroom = new Newsroom(CORE)) {
                newsroom.send(original()
                        .setPublishedAt(copy().getPublishedAt().minus(Duration.ofHours(hours)))
                        .build());
                newsroom.send(copy().build()).settle();

                assertThat(marks(newsroom)).containsEntry("copy", hours == 72 ? "original" : NONE);
            }
        }
    }

    @Test
    void aCorrectionWithinTheHorizonStillFindsWhatItRepeats() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            Duration late = Duration.ofDays(29);
            Article old = original().setPublishedAt(NOON.minus(late)).build();
            newsroom.send(old);
            newsroom.send(copy().setPublishedAt(NOON.minus(late).plusSeconds(60))
                            .setBody("سوریه")
                            .build())
                    .settle();
            newsroom.send(another().build()).settle();
            newsroom.send(copy().setPublishedAt(NOON.minus(late).plusSeconds(60))
                            .setVersion("2")
                            .build())
                    .settle();

            assertThat(marks(newsroom)).containsEntry("copy", "original");
        }
    }

    @Test
    void whatHasLeftTheHorizonIsForgottenWithoutChangingItsMark() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            Duration age = Duration.ofDays(60);
            newsroom.send(original().setPublishedAt(NOON.minus(age)).build());
            newsroom.send(copy().setPublishedAt(NOON.minus(age).plusSeconds(60)).build())
                    .settle();
            assertThat(newsroom.storedKeys("bands")).hasSize(32);

            newsroom.send(another().build()).settle();

            assertThat(marks(newsroom)).containsEntry("copy", "original");
            for (String store : List.of("sketches", "articles-to-mark")) {
                assertThat(newsroom.storedKeys(store)).as(store).hasSize(1);
            }
            assertThat(newsroom.storedKeys("bands")).hasSize(16);
            assertThat(newsroom.storedKeys("originals")).isEmpty();
        }
    }

    @Test
    void anArticleOfFewWordsIsNotCompared() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(article("a", HEADLINE).build())
                    .send(article("b", HEADLINE).build())
                    .settle();

            assertThat(marks(newsroom)).isEqualTo(Map.of("a", NONE, "b", NONE));
            assertThat(newsroom.storedKeys("sketches")).isEmpty();
        }
    }

    @Test
    void howAlikeAndHowFarApartCopiesAreCanBeChosen() {
        Settings strict = Settings.defaults().with(DuplicateOptions.SIMILARITY, "0.99");
        try (Newsroom newsroom = new Newsroom(CORE, strict)) {
            newsroom.send(original().build()).send(copy().build()).settle();
            assertThat(marks(newsroom)).containsEntry("copy", NONE);
        }
        Settings narrow = Settings.defaults().with(DuplicateOptions.WINDOW, "30m");
        try (Newsroom newsroom = new Newsroom(CORE, narrow)) {
            newsroom.send(original().build()).send(copy().build()).settle();
            assertThat(marks(newsroom)).containsEntry("copy", NONE);
        }
    }

    /** What the newest of each uri repeats, among those that were published since this was last asked. */
    private static Map<String, String> marks(Newsroom newsroom) {
        return marks(newsroom.enriched());
    }

    private static Map<String, String> marks(List<EnrichedArticle> enriched) {
        Map<String, String> marks = new TreeMap<>();
        enriched.forEach(article -> marks.put(
                article.getUri(), Optional.ofNullable(article.getDuplicateOf()).orElse(NONE)));
        return marks;
    }

    private static String syria(Newsroom newsroom) {
        return newsroom.entityPanes().stream()
                .filter(pane -> pane.key().equals(SYRIA_BY_DAY))
                .reduce((first, second) -> second)
                .map(pane -> "%d in %d, unique %d in %d"
                        .formatted(
                                pane.value().getCount(),
                                pane.value().getArticles(),
                                pane.value().getUniqueCount(),
                                pane.value().getUniqueArticles()))
                .orElse("none");
    }
}
