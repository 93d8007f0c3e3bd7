package khabar.feed.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
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
    private static final int DEEPEST = 100;
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature())
            .build()
            .readerFor(JsonNode.class);

    private JsonText() {}

    static Reading read(String text) {
        try {
            JsonNode node = READER.readTree(text);
            if (node instanceof ObjectNode object) {
                return new Reading.Fields(object);
            }
            return broken("record: " + node.getNodeType() + " (expected: a JSON object)");
        } catch (JsonProcessingException malformed) {
            return broken(
                    "record: " + malformed.getOriginalMessage() + place(malformed) + " (expected: a JSON object)");
        }
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
