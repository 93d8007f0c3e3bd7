package khabar.cli.torture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.audit.FeedRecord;
import khabar.audit.TopicReader;
import khabar.cli.torture.history.History;
import khabar.cli.torture.history.History.Line;
import khabar.schemas.Article;
import khabar.schemas.CorpusPosition;
import khabar.schemas.RejectedArticle;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import org.apache.kafka.common.serialization.Deserializer;

/** Whether each line of a history has arrived on news.articles once, or was refused by the reader once. */
record Arrivals(WireFormat format, Map<String, Object> clientProperties) {

    /** What is wrong. */
    List<String> check(History history) {
        List<String> wrong = new ArrayList<>();
        try (TopicReader reader = new TopicReader(clientProperties)) {
            Map<String, Integer> sent = sent(reader);
            Map<Long, Integer> refused = refused(reader);
            for (int i = 0; i < history.lines().size(); i++) {
                Line line = history.lines().get(i);
                int times = line.isSent()
                        ? sent.getOrDefault(Integer.toString(line.serial()), 0)
                        : refused.getOrDefault(i + 1L, 0);
                if (times != 1) {
                    wrong.add((line.isSent() ? Topics.ARTICLES.name() : Topics.REJECTED.name()) + " line " + (i + 1)
                            + " of the history: " + times + " records (expected: 1)");
                }
            }
        }
        return wrong;
    }

    private Map<String, Integer> sent(TopicReader reader) {
        Map<String, Integer> times = new HashMap<>();
        try (Deserializer<Article> articles = Topics.ARTICLES.valueSerde(format).deserializer()) {
            reader.read(Topics.ARTICLES.name(), reader.ends(Topics.ARTICLES.name()), one -> {
                FeedRecord feedRecord = FeedRecord.read(articles, one);
                if (feedRecord != null && feedRecord.article() != null) {
                    times.merge(feedRecord.article().getAttributes().getOrDefault("serial", ""), 1, Integer::sum);
                }
            });
        }
        return times;
    }

    private Map<Long, Integer> refused(TopicReader reader) {
        Map<Long, Integer> times = new HashMap<>();
        try (Deserializer<RejectedArticle> refusals =
                Topics.REJECTED.valueSerde(format).deserializer()) {
            reader.read(Topics.REJECTED.name(), reader.ends(Topics.REJECTED.name()), one -> {
                CorpusPosition at =
                        refusals.deserialize(one.topic(), one.value()).getCorpusPosition();
                if (at != null && at.getLine() != null) {
                    times.merge(at.getLine(), 1, Integer::sum);
                }
            });
        }
        return times;
    }
}
