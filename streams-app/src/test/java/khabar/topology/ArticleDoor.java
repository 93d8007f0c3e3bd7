package khabar.topology;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import khabar.fuzz.Door;
import khabar.language.TextCore;
import khabar.schemas.Article;
import khabar.schemas.PubStatus;
import khabar.settings.Settings;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topics;
import khabar.topology.duplicate.DuplicateOptions;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** Values of news.articles: a value that is no article is a dead letter, as the deserialization handler makes one of it. */
public final class ArticleDoor implements Door {
    private static final int PANES_AFTER = 50;
    /** What is remembered of articles grows: the newsroom is a new one after so many. */
    private static final int INPUTS_OF_A_NEWSROOM = 5_000;

    private static final Serde<Article> ARTICLES = Topics.ARTICLES.valueSerde(SingleObjectFormat.compiledIn());
    private static final TextCore CORE = TextCore.shipped();
    private static final byte[] HEADER = Arrays.copyOf(sample(1), 10);
    /** Nothing is compared with others: an article that is marked later would be published twice. */
    private static final Settings SETTINGS =
            Settings.defaults().with(TopologyOptions.WINDOW_SIZES, "PT1H").with(DuplicateOptions.MIN_SHINGLES, "1000");

    private Newsroom newsroom = new Newsroom(CORE, SETTINGS);
    private int inputs;

    /** A body is given the header of the present schema; an input that has a header keeps its own. */
    @Override
    public Count take(byte[] input) {
        if (++inputs % INPUTS_OF_A_NEWSROOM == 0) {
            newsroom.close();
            newsroom = new Newsroom(CORE, SETTINGS);
        }
        Article article = read(SingleObjectFormat.isFormOf(input) ? input : withHeader(input));
        if (article == null) {
            return Count.one(false);
        }
        double lostBefore = lost();
        newsroom.sendAs(article.getUri(), article);
        long rejected = newsroom.rejected().size();
        long enriched = newsroom.enriched().size();
        long lost = rejected + enriched == 0 ? Math.round(lost() - lostBefore) : 0;
        if (inputs % PANES_AFTER == 0) {
            newsroom.pass(Duration.ofSeconds(1));
        }
        if (inputs % (PANES_AFTER * 10) == 0) {
            newsroom.fallSilent();
            newsroom.entityPanes().clear();
        }
        if (rejected + enriched + lost != 1) {
            throw new IllegalStateException("article: rejected " + rejected + ", enriched " + enriched
                    + ", lost to another " + lost + " (expected: one of them)");
        }
        return Count.one(rejected == 0);
    }

    private static byte[] withHeader(byte[] body) {
        byte[] value = Arrays.copyOf(HEADER, HEADER.length + body.length);
        System.arraycopy(body, 0, value, HEADER.length, body.length);
        return value;
    }

    private static @Nullable Article read(byte[] value) {
        try {
            return ARTICLES.deserializer().deserialize(Topics.ARTICLES.name(), value);
        } catch (SerializationException unreadable) {
            return null;
        }
    }

    /** Revisions that did not win. */
    private double lost() {
        return newsroom.driver.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().endsWith("-revisions-total"))
                .mapToDouble(metric -> (double) metric.getValue().metricValue())
                .sum();
    }

    /** Articles as they should be, without the header. */
    public static List<byte[]> samples() {
        return List.of(body(1), body(2), body(3));
    }

    private static byte[] body(int number) {
        byte[] value = sample(number);
        return Arrays.copyOfRange(value, 10, value.length);
    }

    private static byte[] sample(int number) {
        Article article = Newsroom.article(
                        "a" + new Random(number).nextInt(3), "\u0633\u0648\u0631\u06cc\u0647 \u0648 Iran")
                .setVersion(Integer.toString(number))
                .setLead("\u0644\u0627\u0648\u0631\u0648\u0641 \u06af\u0641\u062a")
                .setBody(number == 3 ? null : "\u062c\u0646\u06af \u062f\u0631 \u0633\u0648\u0631\u06cc\u0647")
                .setPubStatus(number == 2 ? PubStatus.CANCELED : PubStatus.USABLE)
                .setSource("irna")
                .setAttributes(Map.of("note", "x"))
                .setPublishedAt(Newsroom.NOON.minus(Duration.ofMinutes(number)))
                .build();
        return ARTICLES.serializer().serialize(Topics.ARTICLES.name(), article);
    }

    @Override
    public void close() {
        newsroom.close();
    }
}
