package khabar.it.pictures;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Two weeks of news that never happened, as a feed of JSON Lines: some of it told again by other publishers, and at the
 * end a winter that begins with much snow. Equal seeds give equal news.
 */
final class MadeUpNews {
    private static final String SITE = "https://news.example/";
    /** The uri of the article that is pictured. */
    static final String PICTURED = SITE + "spelling";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant FIRST_DAY = Instant.parse("2025-11-10T00:00:00Z");
    private static final Instant END = Instant.parse("2025-11-23T17:46:00Z");
    private static final Instant PICTURED_AT = END.minus(Duration.ofMinutes(5));
    private static final Duration MORNING = Duration.ofHours(4);
    private static final Duration WAKING = Duration.ofHours(15);
    private static final Map<String, List<String>> PUBLISHERS = Map.of(
            "fa", List.of("خبرگزاری نمونه", "پایگاه خبری الگو", "رادیو آینه", "روزنامهٔ پگاه", "خبرگزاری برگ"),
            "en", List.of("Example Wire", "The Sample", "Radio Mirror"),
            "ar", List.of("وكالة المثال", "إذاعة الأفق"));

    /** Seconds until the next one tells a story, too. */
    private static final int LEAST_DELAY = 300;

    private static final int MOST_DELAY = 3_300;
    /** The fewest texts of an article, headline and lead among them. */
    private static final int SHORTEST = 4;

    /** Sentences of the desk that each telling goes on with. */
    private static final int MORE = 4;

    private static final int TURNS = 60;

    private final NewsText text = NewsText.shipped();
    private final Random random;
    private final List<ObjectNode> articles = new ArrayList<>();

    private MadeUpNews(long seed) {
        this.random = new Random(seed);
    }

    /** The articles of a seed, in the order of their publication. */
    static List<ObjectNode> of(long seed) {
        MadeUpNews news = new MadeUpNews(seed);
        news.text.stories().forEach(news::tellOften);
        return news.articles.stream()
                .sorted(Comparator.comparing(
                        article -> article.get("publishedAt").asText()))
                .toList();
    }

    /** Writes them into the folder and answers the path. */
    static Path writeTo(Path folder, List<ObjectNode> articles) {
        try {
            return Files.write(
                    folder.resolve("news.jsonl"),
                    articles.stream().map(ObjectNode::toString).toList(),
                    UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Evenly over its days; what has not been there from the first day on is on the rise. */
    private void tellOften(Story story) {
        int days = story.lastDay() - story.firstDay() + 1;
        double first = random.nextDouble();
        int turn = random.nextInt(TURNS);
        for (int i = 0; i < story.times(); i++) {
            Telling telling = new Telling(text, story.language(), turn + i, random);
            if (!story.name().isEmpty()) {
                publish(story, filled(story, telling), 1, PICTURED_AT);
                continue;
            }
            double part = (i + first) / story.times();
            long daysGone = (long) (days * (story.firstDay() == 1 ? part : Math.sqrt(part)));
            Instant day = FIRST_DAY.plus(Duration.ofDays(story.firstDay() - 1 + daysGone));
            List<String> texts = filled(story, telling);
            texts.addAll(more(story, telling, turn + i));
            publish(story, texts, tellers(), day.plus(MORNING).plusSeconds(random.nextLong(WAKING.toSeconds())));
        }
    }

    private static List<String> filled(Story story, Telling telling) {
        return new ArrayList<>(story.texts().stream().map(telling::fill).toList());
    }

    /** Those who tell it later leave out a sentence each. */
    private void publish(Story story, List<String> texts, int tellers, Instant at) {
        List<String> publishers = new ArrayList<>(PUBLISHERS.getOrDefault(story.language(), List.of()));
        Collections.shuffle(publishers, random);
        Instant when = at;
        for (String publisher : publishers.subList(0, Math.min(tellers, publishers.size()))) {
            if (when.isBefore(END)) {
                articles.add(article(story, texts, publisher, when));
            }
            when = when.plusSeconds(LEAST_DELAY + random.nextInt(MOST_DELAY - LEAST_DELAY));
            if (texts.size() > SHORTEST) {
                texts.remove(texts.size() - 1);
            }
        }
    }

    /** Sentences of its desk, others each time: what has most words in common is taken for the same article. */
    private List<String> more(Story story, Telling telling, int turn) {
        List<String> pool = new ArrayList<>(text.pools().getOrDefault(story.pool(), List.of()));
        Collections.rotate(pool, turn * MORE);
        return pool.subList(0, Math.min(pool.size(), MORE)).stream()
                .map(telling::fill)
                .toList();
    }

    /** How many tell it: mostly one. */
    private int tellers() {
        int chance = random.nextInt(100);
        return chance < 58 ? 1 : chance < 84 ? 2 : chance < 95 ? 3 : 4;
    }

    private ObjectNode article(Story story, List<String> texts, String publisher, Instant at) {
        boolean named = !story.name().isEmpty();
        String uri = SITE + (named ? story.name() : Integer.toString(articles.size()));
        return JSON.createObjectNode()
                .put("uri", uri)
                .put("url", uri)
                .put("version", "1")
                .put("publishedAt", at.toString())
                .put("language", story.language())
                .put("source", publisher)
                .put("headline", texts.get(0))
                .put("lead", texts.get(1))
                .put("body", String.join(named ? "\n" : " ", texts.subList(2, texts.size())));
    }
}
