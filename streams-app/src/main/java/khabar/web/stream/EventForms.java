package khabar.web.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import khabar.query.events.OutputEvent;
import khabar.query.events.Positions;
import khabar.schemas.Alert;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityCount;
import khabar.schemas.SubjectCount;
import khabar.schemas.TopEntities;
import khabar.schemas.Trend;
import khabar.topics.WindowKey;
import khabar.web.api.JsonForms;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;

/** How events look on the wire: an id, the kind, and one line of JSON in the forms of the API. UTF-8. */
final class EventForms {
    private EventForms() {}

    /** An event; its data hold no line break, so one line is enough. */
    static String event(OutputEvent event, Positions after) {
        EventKind kind = EventKind.ofTopic(event.at().topic());
        return "id: " + after.text() + "\nevent: " + kind.word() + "\ndata: " + json(event) + "\n\n";
    }

    /** Tells how far the stream has come without an event: a reader that comes back goes on from there. */
    static byte[] mark(Positions now) {
        return ("id: " + now.text() + "\n\n").getBytes(UTF_8);
    }

    /** What the stream begins with: how long to wait before coming back, and from where it goes on. */
    static byte[] opening(Positions now) {
        return ("retry: 1000\nid: " + now.text() + "\n\n").getBytes(UTF_8);
    }

    /** Tells that what a reader had missed is no longer there. */
    static byte[] gap(Map<TopicPartition, Long> gone) {
        ObjectNode json = JsonForms.object();
        gone.forEach((partition, beginning) -> json.put(partition.toString(), beginning));
        return ("event: gap\ndata: " + json + "\n\n").getBytes(UTF_8);
    }

    private static ObjectNode json(OutputEvent event) {
        SpecificRecord value = event.value();
        if (value instanceof EnrichedArticle article) {
            return JsonForms.articleRow(article)
                    .put("version", Long.toString(article.getVersion()))
                    .put("pubStatus", article.getPubStatus().name())
                    .put("duplicateOf", article.getDuplicateOf());
        }
        if (value instanceof Alert alert) {
            return JsonForms.alert(alert);
        }
        return counted(WindowKey.parse(event.key()), value);
    }

    private static ObjectNode counted(WindowKey window, SpecificRecord value) {
        if (value instanceof EntityCount count) {
            return within(window, JsonForms.entityCount(count), count.getPane());
        }
        if (value instanceof SubjectCount count) {
            return within(window, JsonForms.subject(count), count.getPane());
        }
        if (value instanceof Trend trend) {
            return within(window, JsonForms.trend(trend), trend.getPane());
        }
        TopEntities top = (TopEntities) value;
        ObjectNode json = JsonForms.object();
        json.set("entities", JsonForms.array(top.getEntities(), JsonForms::entity));
        return within(window, json, top.getPane());
    }

    private static ObjectNode within(WindowKey window, ObjectNode json, khabar.schemas.Pane pane) {
        json.set("window", JsonForms.window(window, pane.getTiming()));
        return json.put("pane", pane.getIndex());
    }
}
