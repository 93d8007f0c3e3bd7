package khabar.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import khabar.feed.Replay;
import khabar.feed.ReplayMeans;
import khabar.feed.ReplayOptions;
import khabar.feed.replay.Outgoing;
import khabar.feed.replay.Outlet;
import khabar.feed.replay.Position;
import khabar.feed.replay.Progress;
import khabar.language.TextCore;
import khabar.schemas.Article;
import khabar.schemas.EnrichedArticle;
import khabar.settings.Settings;
import khabar.topics.AvroJson;
import khabar.topics.Topic;
import khabar.topics.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Stories: a corpus goes through the readers and the topology, and every output topic is held against
 * the file of its name; rewritten with {@code -Dgolden.update=true}.
 */
class GoldenStoriesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String UPDATE = "golden.update";

    @ParameterizedTest
    @CsvSource({
        "seed-articles, ../seeds",
        "corrections, src/test/resources/golden/corrections/articles.jsonl",
        "retold, src/test/resources/golden/retold/articles.jsonl"
    })
    void aStoryEndsAsItAlwaysDid(String story, String corpus) throws IOException {
        Settings settings = Settings.defaults().with(TopologyOptions.WINDOW_SIZES, "PT1H");
        try (Newsroom newsroom = new Newsroom(TextCore.shipped(), settings)) {
            articlesOf(corpus).forEach(article -> newsroom.send(article).settle());
            newsroom.fallSilent();

            compare(story, newsroom, Topics.ENRICHED);
            compare(story, newsroom, Topics.ENTITY_COUNTS);
            compare(story, newsroom, Topics.SUBJECT_COUNTS);
            compare(story, newsroom, Topics.TOP_ENTITIES);
            compare(story, newsroom, Topics.REJECTED);
        }
    }

    private static List<Article> articlesOf(String corpus) {
        Collected collected = new Collected();
        Replay.to(collected, ReplayOptions.of(List.of(corpus)), ReplayMeans.system(Progress.NONE))
                .run();
        return collected.articles;
    }

    private static <V extends SpecificRecord> void compare(String story, Newsroom newsroom, Topic<V> topic)
            throws IOException {
        StringBuilder lines = new StringBuilder();
        for (TestRecord<String, V> one : newsroom.read(topic)) {
            lines.append(line(one)).append('\n');
        }
        Path expected = GOLDEN.resolve(story).resolve(topic.name() + ".jsonl");
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(expected, lines, UTF_8);
        }
        assertThat(lines.toString()).isEqualTo(Files.readString(expected, UTF_8));
    }

    private static <V extends SpecificRecord> String line(TestRecord<String, V> one) throws IOException {
        if (one.value() instanceof EnrichedArticle article) {
            // Changes with every line of the gazetteer, and says nothing here.
            article.setRuleSetVersion("*");
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("key", one.key());
            json.writeFieldName("value");
            AvroJson.write(json, one.value().getSchema(), one.value());
            json.writeEndObject();
        }
        return text.toString();
    }

    /** Keeps the articles that a replay sends. */
    private static final class Collected implements Outlet {
        private final List<Article> articles = new ArrayList<>();

        @Override
        public Optional<Position> committed() {
            return Optional.empty();
        }

        @Override
        public void send(Outgoing outgoing) {
            if (outgoing.value() instanceof Article article) {
                // What the file was called here is nobody's business elsewhere.
                article.getAttributes().remove("file");
                articles.add(article);
            }
        }

        @Override
        public void commit(Position position) {}

        @Override
        public void close() {}
    }
}
