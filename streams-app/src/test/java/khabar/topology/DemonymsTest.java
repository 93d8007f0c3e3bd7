package khabar.topology;

import static khabar.topology.Newsroom.NOON;
import static khabar.topology.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khabar.language.TextCore;
import khabar.language.entity.Demonyms;
import khabar.schemas.Article;
import khabar.schemas.NamedEntity;
import khabar.schemas.PubStatus;
import khabar.schemas.RankedEntity;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Words such as Iranian where they count: every count says how much of it they are. */
final class DemonymsTest {
    private static final TextCore COUNTING =
            TextCore.builder().demonyms(Demonyms.COUNTED).build();
    private static final String IRAN = "Q794";
    private static final Article BY_NAME = article("by-name", "ایران").build();
    private static final Article BY_DEMONYM = article("by-demonym", "ایرانی").build();
    private static final Article BY_BOTH =
            article("by-both", "ایران و ایرانی و ایرانیان").build();
    /** Long enough to be compared, and named by a demonym only. */
    private static final String RETOLD =
            "کشتی‌گیر ایرانی شامگاه یکشنبه با پیروزی برابر حریف خود در سالن دوازده هزار نفری برای "
                    + "پنجمین بار پیاپی قهرمان رقابت‌های جام ملت‌ها شد و سهمیه المپیک گرفت";

    private final Newsroom newsroom = new Newsroom(COUNTING);

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void aCountSaysHowMuchOfItIsDemonyms() {
        newsroom.send(BY_NAME).send(BY_DEMONYM).send(BY_BOTH).settle();

        assertThat(iran()).isEqualTo("5 in 3, unique 5 in 3; demonyms 3 in 1, unique 3 in 1");
        assertThat(newsroom.enriched().stream()
                        .collect(Collectors.toMap(
                                one -> one.getUri(),
                                one -> one.getEntities().stream()
                                        .filter(entity -> entity.getEntityId().equals(IRAN))
                                        .map(NamedEntity::getDemonymMentions)
                                        .toList())))
                .isEqualTo(Map.of("by-name", List.of(0), "by-demonym", List.of(1), "by-both", List.of(2)));
    }

    @Test
    void theMostNamedSayItToo() {
        newsroom.send(BY_NAME).send(BY_DEMONYM).settle();

        RankedEntity row = newsroom.topPanes().stream()
                .filter(pane -> pane.key().endsWith("/P1D"))
                .map(pane -> pane.value().getEntities().get(0))
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(row.getEntityId()).isEqualTo(IRAN);
        assertThat(row.getCount() - row.getDemonymCount()).isEqualTo(1);
        assertThat(row.getArticles() - row.getDemonymOnlyArticles()).isEqualTo(1);
        assertThat(row.getUniqueCount() - row.getUniqueDemonymCount()).isEqualTo(1);
        assertThat(row.getUniqueArticles() - row.getUniqueDemonymOnlyArticles()).isEqualTo(1);
    }

    @Test
    void aCorrectionThatTurnsANameIntoADemonymIsSeenThoughTheCountStays() {
        newsroom.send(BY_NAME).settle();
        assertThat(iran()).isEqualTo("1 in 1, unique 1 in 1; demonyms 0 in 0, unique 0 in 0");

        newsroom.send(Article.newBuilder(BY_NAME)
                        .setHeadline("ایرانی")
                        .setVersion("2")
                        .build())
                .settle();
        assertThat(iran()).isEqualTo("1 in 1, unique 1 in 1; demonyms 1 in 1, unique 1 in 1");
    }

    @Test
    void whatIsTakenBackTakesItsDemonymsBack() {
        newsroom.send(BY_NAME).send(BY_DEMONYM).send(BY_BOTH).settle();
        for (Article article : List.of(BY_DEMONYM, BY_BOTH)) {
            newsroom.send(
                    Article.newBuilder(article).setPubStatus(PubStatus.CANCELED).build());
        }
        newsroom.settle();

        assertThat(iran()).isEqualTo("1 in 1, unique 1 in 1; demonyms 0 in 0, unique 0 in 0");
    }

    @Test
    void withAndWithoutDuplicatesAndDemonymsAreFourCounts() {
        newsroom.send(article("original", "خبر ورزشی")
                        .setBody(RETOLD)
                        .setPublishedAt(NOON.minus(Duration.ofHours(2)))
                        .build())
                .send(article("copy", "ورزش").setBody(RETOLD).build())
                .send(BY_NAME)
                .settle();

        assertThat(iran()).isEqualTo("3 in 3, unique 2 in 2; demonyms 2 in 2, unique 1 in 1");
    }

    @Test
    void anEntityThatHasNoDemonymsHasNoneOfThem() {
        newsroom.send(BY_DEMONYM)
                .send(article("lavrov", "سرگئی لاوروف").build())
                .settle();

        assertThat(newest("Q58217")).isEqualTo("1 in 1, unique 1 in 1; demonyms 0 in 0, unique 0 in 0");
    }

    @Test
    void whereDemonymsAreOnlyShownNothingIsCounted() {
        TextCore showing = TextCore.builder().demonyms(Demonyms.SHOWN).build();
        try (Newsroom other = new Newsroom(showing)) {
            other.send(BY_DEMONYM).send(BY_BOTH).settle();

            assertThat(newest(other, IRAN)).isEqualTo("1 in 1, unique 1 in 1; demonyms 0 in 0, unique 0 in 0");
        }
    }

    private String iran() {
        return newest(IRAN);
    }

    private String newest(String entityId) {
        return newest(newsroom, entityId);
    }

    private static String newest(Newsroom newsroom, String entityId) {
        return newsroom.entityPanes().stream()
                .filter(pane -> pane.key().endsWith("/P1D/" + entityId))
                .map(TestRecord::value)
                .reduce((first, second) -> second)
                .map(Newsroom::text)
                .orElse("none");
    }
}
