package khabar.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import khabar.language.TextCore;
import khabar.schemas.Alert;
import khabar.schemas.AlertState;
import khabar.schemas.Article;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.PubStatus;
import khabar.schemas.RuleKind;
import khabar.settings.Settings;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** The law for alerts: whatever the history, under the same rules those alerts stand that the articles that stand ask for. */
class AlertsLawTest {
    private static final TextCore CORE = TextCore.shipped();
    private static final int HISTORIES = Integer.getInteger("khabar.law.histories", 8);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void thoseAlertsStandThatTheStandingArticlesAskFor() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            Random random = new Random(seed);
            Settings settings = Settings.defaults().with(TopologyOptions.WINDOW_SIZES, "PT1H");
            try (Newsroom newsroom = new Newsroom(CORE, settings)) {
                newsroom.rule("syria", RuleKind.ALERT, "entities: Q858");
                newsroom.rule("both", RuleKind.ALERT, "words: {all: [سوریه, روسیه]}");
                newsroom.rule("loud", RuleKind.ALERT, "kind: threshold\narticles: 2\nwindow: 6h\nwords: روسیه");
                List<Article> history = LawTest.history(random, Duration.ofHours(30));
                LawTest.play(newsroom, history, random);

                assertThat(standing(newsroom)).as("seed %d: %s", seed, history).isEqualTo(asked(newsroom));
            }
        }
    }

    /** Keys of the alerts that stand; of each, every record says something new. */
    private static Set<String> standing(Newsroom newsroom) {
        Set<String> standing = new TreeSet<>();
        for (TestRecord<String, Alert> one : newsroom.read(Topics.ALERTS)) {
            boolean fires = one.value().getState() == AlertState.FIRED;
            assertThat(fires ? standing.add(one.key()) : standing.remove(one.key()))
                    .as(one.key())
                    .isTrue();
        }
        return standing;
    }

    private static Set<String> asked(Newsroom newsroom) {
        Map<String, EnrichedArticle> newest = new HashMap<>();
        newsroom.enriched().forEach(article -> newest.put(article.getUri(), article));
        Set<String> asked = new TreeSet<>();
        Map<String, Integer> loud = new HashMap<>();
        newest.values().removeIf(article -> article.getPubStatus() != PubStatus.USABLE);
        for (EnrichedArticle article : newest.values()) {
            String text = String.valueOf(article.getHeadline());
            if (text.contains("سوریه")) {
                asked.add("syria/" + article.getUri());
            }
            if (text.contains("سوریه") && text.contains("روسیه")) {
                asked.add("both/" + article.getUri());
            }
            if (text.contains("روسیه")) {
                WindowKey window = WindowKey.containing(article.getPublishedAt(), HOUR.multipliedBy(6), "");
                loud.merge("loud/" + window.text(), 1, Integer::sum);
            }
        }
        loud.forEach((key, articles) -> {
            if (articles >= 2) {
                asked.add(key);
            }
        });
        return asked;
    }
}
