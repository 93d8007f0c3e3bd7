package khabar.cli.torture.history;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import khabar.cli.torture.history.History.Line;
import org.apache.kafka.common.utils.Utils;

/**
 * Makes up a {@link History}: corrections that change text, time and version, cancels, some of them
 * ahead of their article, withheld and restored revisions, exact duplicates, near-duplicates under other
 * uris, disorder, revisions that come hours late and articles that come too late, leaps of event time,
 * and lines that must be refused by the reader or at the door.
 */
final class HistoryWriter {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant FIRST = Instant.parse("2024-03-01T06:00:00Z");
    private static final Duration BETWEEN_ARTICLES = Duration.ofSeconds(40);
    private static final Duration DISORDER = Duration.ofMinutes(5);
    private static final Duration LATE = Duration.ofHours(3);
    private static final Duration TOO_LATE = Duration.ofDays(400);
    private static final Duration LEAP = Duration.ofHours(30);
    private static final List<String> SOURCES = List.of("irna", "isna", "reuters", "afp");

    private final Random random;
    private final int partitions;
    private final int silentPartition;
    private final Sentences sentences = Sentences.shipped();
    private final List<Line> lines = new ArrayList<>();
    private final List<ObjectNode> texts = new ArrayList<>();
    private int serial;

    /**
     * A writer.
     *
     * @param random source of all chance
     * @param partitions how many the feed has
     * @param silentPartition nothing reaches this one after the first third; none where it is negative
     */
    HistoryWriter(Random random, int partitions, int silentPartition) {
        this.random = random;
        this.partitions = partitions;
        this.silentPartition = silentPartition;
    }

    History write(int articles) {
        Instant time = FIRST;
        int leap = articles / 3 + random.nextInt(articles / 3 + 1);
        for (int i = 0; i < articles; i++) {
            time = time.plus(i == leap ? LEAP : BETWEEN_ARTICLES);
            writeArticle(uri(i, i > articles / 3), time);
        }
        return History.of(lines);
    }

    private void writeArticle(String uri, Instant publishedAt) {
        ObjectNode article = article(uri, publishedAt);
        if (chance(4)) {
            refuse(article, publishedAt);
            return;
        }
        send(article, publishedAt);
        if (chance(10)) {
            send(article, publishedAt);
        }
        int version = 1;
        while (chance(20)) {
            version++;
            send(revised(article, version), publishedAt.plus(chance(20) ? LATE : Duration.ZERO));
        }
        if (chance(8)) {
            send(revised(article, ++version).put("pubStatus", "withheld"), publishedAt);
            if (chance(50)) {
                send(revised(article, ++version), publishedAt);
            }
        }
        if (chance(8)) {
            // Earlier than the article as often as after it.
            send(article.deepCopy().put("pubStatus", "canceled"), publishedAt);
        }
    }

    private ObjectNode article(String uri, Instant publishedAt) {
        String language = chance(80) ? "fa" : chance(60) ? "en" : "ar";
        ObjectNode article = JSON.createObjectNode()
                .put("uri", uri)
                .put("version", "1")
                .put("versionCreated", publishedAt.toString())
                .put("publishedAt", publishedAt.toString())
                .put("pubStatus", "usable");
        if (!texts.isEmpty() && chance(10)) {
            // The same wire story at another source.
            article.setAll(texts.get(random.nextInt(texts.size())));
        } else {
            ObjectNode text = JSON.createObjectNode()
                    .put("headline", sentences.draw(language, 1, random))
                    .put("lead", sentences.draw(language, 1, random))
                    .put("body", sentences.draw(language, 2 + random.nextInt(6), random))
                    .put("language", language);
            texts.add(text);
            article.setAll(text);
        }
        return article.put("source", SOURCES.get(random.nextInt(SOURCES.size())));
    }

    /** Another text, and sometimes another time: a correction may move an article into another window. */
    private ObjectNode revised(ObjectNode article, int version) {
        Instant publishedAt = Instant.parse(article.get("publishedAt").asText());
        Instant moved = chance(25) ? publishedAt.plusSeconds(random.nextInt(7200) - 3600) : publishedAt;
        String language = article.get("language").asText();
        return article.deepCopy()
                .put("version", Integer.toString(version))
                .put("versionCreated", publishedAt.plusSeconds(60L * version).toString())
                .put("publishedAt", moved.toString())
                .put("body", sentences.draw(language, 2 + random.nextInt(6), random));
    }

    private void refuse(ObjectNode article, Instant publishedAt) {
        switch (random.nextInt(5)) {
            case 0 -> {
                article.remove(List.of("headline", "lead", "body"));
                lines.add(new Line(article.toString(), -1, arrival(publishedAt)));
            }
            case 1 ->
                lines.add(new Line(
                        "{\"uri\": \"" + article.get("uri").asText() + "\", \"headline\"", -1, arrival(publishedAt)));
            case 2 -> send(article.put("version", "1.0b"), publishedAt);
            case 3 ->
                send(article.put("publishedAt", publishedAt.minus(TOO_LATE).toString()), publishedAt);
            default -> send(article.put("publishedAt", "2124-03-01T06:00:00Z"), publishedAt);
        }
    }

    private void send(ObjectNode revision, Instant around) {
        ObjectNode numbered = revision.deepCopy().put("serial", Integer.toString(serial));
        lines.add(new Line(numbered.toString(), serial, arrival(around)));
        serial++;
    }

    private String uri(int number, boolean mayBeSilent) {
        String uri = String.format(Locale.ROOT, "urn:torture:%06d", number);
        while (mayBeSilent && partitionOf(uri) == silentPartition) {
            uri += "-";
        }
        return uri;
    }

    private int partitionOf(String uri) {
        return Utils.toPositive(Utils.murmur2(Utils.utf8(uri))) % partitions;
    }

    private long arrival(Instant around) {
        return around.toEpochMilli() + random.nextLong(DISORDER.toMillis());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
