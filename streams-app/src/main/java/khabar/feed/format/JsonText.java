package khabar.feed.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import khabar.feed.record.Reading;
import khabar.feed.record.Reading.Refusal;
import khabar.schemas.RejectReason;

/** Reads the text of one JSON object. */
final class JsonText {
    private final ObjectReader reader;
    private final int deepest;

    /** Reads objects that are not nested deeper than so. */
    JsonText(int deepest) {
        this.deepest = deepest;
        this.reader = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(deepest)
                                // The record is bounded already, by its bytes.
                                .maxStringLength(Integer.MAX_VALUE)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature())
                .build()
                .readerFor(JsonNode.class);
    }

    Reading read(String text) {
        try {
            JsonNode node = reader.readTree(text);
            if (node instanceof ObjectNode object) {
                return new Reading.Fields(object);
            }
            return broken("record: " + node.getNodeType() + " (expected: a JSON object)");
        } catch (StreamConstraintsException limit) {
            return beyond(limit);
        } catch (JsonProcessingException malformed) {
            return broken(
                    "record: " + malformed.getOriginalMessage() + place(malformed) + " (expected: a JSON object)");
        }
    }

    /** Depth is ours; the lengths of numbers and names are those of the parser. */
    private Refusal beyond(StreamConstraintsException limit) {
        String message = String.valueOf(limit.getOriginalMessage());
        return message.contains("nesting depth")
                ? new Refusal(
                        RejectReason.TOO_DEEP,
                        "depth: more than " + deepest + place(limit) + " (expected: at most that, record.max.depth)")
                : new Refusal(
                        RejectReason.FIELD_TOO_LARGE,
                        "record: " + message + place(limit) + " (expected: shorter names and numbers)");
    }

    private static String place(JsonProcessingException malformed) {
        return malformed.getLocation() == null
                ? ""
                : ", character " + malformed.getLocation().getCharOffset();
    }

    private static Refusal broken(String detail) {
        return new Refusal(RejectReason.BROKEN_RECORD, detail);
    }
}
