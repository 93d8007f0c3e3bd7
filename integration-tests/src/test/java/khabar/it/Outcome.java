package khabar.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import khabar.it.Corpus.Fate;
import khabar.it.Khabar.Finished;

/** What must be true once a corpus is through, whatever happened on the way. */
public record Outcome(Khabar khabar, Corpus corpus) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Each line is on news.articles once, or refused once; and the recount agrees with what is published. */
    void isExact() {
        everyLineArrivedOnce();
        auditAgrees(khabar);
        everyRefusalIsThereOnce();
        assertThat(consume(khabar, "news.dead-letters")).isEmpty();
    }

    /** The serials on news.articles are those of the corpus, each once. */
    private void everyLineArrivedOnce() {
        List<String> arrived = consume(khabar, "news.articles").stream()
                .map(line -> serialOf(line.path("value").path("attributes")))
                .toList();
        List<String> sent = corpus.lines().stream()
                .filter(line -> line.fate() != Fate.REFUSED_BY_READER)
                .map(line -> serialOf(parse(line.json())))
                .toList();
        assertThat(arrived).containsExactlyInAnyOrderElementsOf(sent);
    }

    private void everyRefusalIsThereOnce() {
        long refused = corpus.count(Fate.REFUSED_BY_READER) + corpus.count(Fate.REFUSED_BY_TOPOLOGY);
        assertThat(consume(khabar, "news.rejected")).hasSize((int) refused);
    }

    /** The audit ends well. */
    public static void auditAgrees(Khabar khabar) {
        Finished audit = khabar.run("audit", "--wait", "5m");
        assertThat(audit.exitCode()).as(() -> audit.out() + audit.err()).isZero();
    }

    /** Every committed record of a topic. */
    public static List<JsonNode> consume(Khabar khabar, String topic) {
        Finished consumed = khabar.run("consume", topic);
        assertThat(consumed.exitCode()).as(consumed.err()).isZero();
        return consumed.lines().map(Outcome::parse).toList();
    }

    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("JSON: " + json, broken);
        }
    }

    private static String serialOf(JsonNode fields) {
        return fields.path("serial").asText();
    }
}
