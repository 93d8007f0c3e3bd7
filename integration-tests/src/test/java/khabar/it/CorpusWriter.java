package khabar.it;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import khabar.it.Corpus.Fate;
import khabar.it.Corpus.Line;

/** Makes up the lines of a {@link Corpus}. */
final class CorpusWriter {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant FIRST = Instant.parse("2024-03-01T06:00:00Z");
    private static final Duration BETWEEN_ARTICLES = Duration.ofSeconds(20);
    private static final Duration DISORDER = Duration.ofMinutes(5);
    private static final List<String> SOURCES = List.of("irna", "isna", "reuters", "afp");

    private final Random random;
    private final Sentences sentences;
    private final List<Line> lines = new ArrayList<>();

    private CorpusWriter(Random random, Sentences sentences) {
        this.random = random;
        this.sentences = sentences;
    }

    /** Of texts that repeat each other's sentences. */
    static CorpusWriter ofSentences(long seed) {
        return new CorpusWriter(new Random(seed), Sentences.shipped());
    }

    /** Of texts that have little in common. */
    static CorpusWriter ofOtherWords(long seed) {
        Random random = new Random(seed);
        return new CorpusWriter(random, Sentences.shipped().amongOtherWords(random));
    }

    List<Line> write(int articles) {
        for (int i = 0; i < articles; i++) {
            writeArticle(String.format(Locale.ROOT, "urn:test:%06d", i), FIRST.plus(BETWEEN_ARTICLES.multipliedBy(i)));
        }
        return lines;
    }

    private void writeArticle(String uri, Instant publishedAt) {
        ObjectNode article = article(uri, publishedAt);
        if (chance(2)) {
            refuse(article, publishedAt);
            return;
        }
        add(article, Fate.ARTICLE, publishedAt);
        if (chance(10)) {
            add(article, Fate.ARTICLE, publishedAt);
        }
        int version = 1;
        while (chance(20)) {
            version++;
            add(revised(article, version), Fate.ARTICLE, publishedAt);
        }
        if (chance(8)) {
            ObjectNode withheld = revised(article, ++version).put("pubStatus", "withheld");
            add(withheld, Fate.ARTICLE, publishedAt);
            if (chance(50)) {
                add(revised(article, ++version), Fate.ARTICLE, publishedAt);
            }
        }
        if (chance(8)) {
            // Earlier than the article as often as after it.
            add(article.deepCopy().put("pubStatus", "canceled"), Fate.ARTICLE, publishedAt);
        }
    }

    private ObjectNode article(String uri, Instant publishedAt) {
        String language = chance(80) ? "fa" : chance(60) ? "en" : "ar";
        return JSON.createObjectNode()
                .put("uri", uri)
                .put("version", "1")
                .put("versionCreated", publishedAt.toString())
                .put("publishedAt", publishedAt.toString())
                .put("pubStatus", "usable")
                .put("headline", sentences.draw(language, 1, random))
                .put("lead", sentences.draw(language, 1, random))
                .put("body", sentences.draw(language, 2 + random.nextInt(6), random))
                .put("language", language)
                .put("source", SOURCES.get(random.nextInt(SOURCES.size())));
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
        switch (random.nextInt(4)) {
            case 0 -> {
                article.remove(List.of("headline", "lead", "body"));
                add(article, Fate.REFUSED_BY_READER, publishedAt);
            }
            case 1 -> addText("{\"uri\": \"" + article.get("uri").asText() + "\", \"headline\"", publishedAt);
            case 2 -> add(article.put("version", "1.0b"), Fate.REFUSED_BY_TOPOLOGY, publishedAt);
            default -> add(article.put("publishedAt", "2124-03-01T06:00:00Z"), Fate.REFUSED_BY_TOPOLOGY, publishedAt);
        }
    }

    private void add(ObjectNode revision, Fate fate, Instant around) {
        ObjectNode numbered = revision.deepCopy().put("serial", Integer.toString(lines.size()));
        lines.add(new Line(numbered.toString(), fate, arrival(around)));
    }

    private void addText(String broken, Instant around) {
        lines.add(new Line(broken, Fate.REFUSED_BY_READER, arrival(around)));
    }

    private long arrival(Instant around) {
        return around.toEpochMilli() + random.nextLong(DISORDER.toMillis());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
