package khabar.feed.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import khabar.schemas.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay has come: everything before it has been sent, nothing behind it.
 *
 * @param corpus digest of the list of files
 * @param round how often the corpus is being replayed, from 1
 * @param file index of the file within the list
 * @param record how many records of that file are done
 * @param place how many records of this round are done
 * @param spanMillis event time that the corpus covers; known after the first round, before that -1
 * @param accepted articles sent
 * @param rejected refusals sent, by reason
 * @param first earliest event time so far, of those that are past
 * @param last latest event time so far, of those that are past
 * @param done whether the last round is through
 */
public record Position(
        String corpus,
        int round,
        int file,
        long record,
        long place,
        long spanMillis,
        long accepted,
        Map<RejectReason, Long> rejected,
        @Nullable Instant first,
        @Nullable Instant last,
        boolean done) {

    private static final JsonMapper JSON = new JsonMapper();

    static Position start(String corpus) {
        return new Position(corpus, 1, 0, 0, 0, -1, 0, Map.of(), null, null, false);
    }

    /** Records done in all rounds. */
    public long read() {
        return accepted + rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    /** As JSON, to be kept beside a committed offset. */
    public String text() {
        ObjectNode node = JSON.createObjectNode();
        node.put("corpus", corpus).put("round", round).put("file", file).put("record", record);
        node.put("place", place).put("span", spanMillis).put("accepted", accepted);
        ObjectNode reasons = node.putObject("rejected");
        rejected.forEach((reason, count) -> reasons.put(reason.name(), count));
        if (first != null && last != null) {
            node.put("first", first.toEpochMilli()).put("last", last.toEpochMilli());
        }
        return node.put("done", done).toString();
    }

    /** The position of the text; empty where it is none. */
    static Optional<Position> parse(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (!node.path("corpus").isTextual()) {
                return Optional.empty();
            }
            Map<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);
            node.path("rejected")
                    .properties()
                    .forEach(entry -> rejected.put(
                            RejectReason.valueOf(entry.getKey()),
                            entry.getValue().asLong()));
            return Optional.of(new Position(
                    node.path("corpus").asText(),
                    node.path("round").asInt(1),
                    node.path("file").asInt(),
                    node.path("record").asLong(),
                    node.path("place").asLong(),
                    node.path("span").asLong(-1),
                    node.path("accepted").asLong(),
                    rejected,
                    instant(node.path("first")),
                    instant(node.path("last")),
                    node.path("done").asBoolean()));
        } catch (JsonProcessingException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static @Nullable Instant instant(JsonNode millis) {
        return millis.isNumber() ? Instant.ofEpochMilli(millis.asLong()) : null;
    }
}
