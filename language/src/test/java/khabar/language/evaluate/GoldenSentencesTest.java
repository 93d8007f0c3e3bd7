package khabar.language.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import khabar.language.Document;
import khabar.language.TextCore;
import khabar.language.entity.Mention;
import org.junit.jupiter.api.Test;

/** Holds the quality of mentions on sentences of our own from several fields of the news. */
final class GoldenSentencesTest {
    private static final Path SENTENCES = Path.of("src/test/resources/golden/sentences.jsonl");
    private static final Set<String> TYPES = Set.of("PERSON", "PLACE", "ORGANISATION");

    @Test
    void nineOfTenMentionsAreRightInSpanAndType() throws IOException {
        TextCore core = TextCore.shipped();
        ObjectMapper json = new ObjectMapper();
        MentionScore score = new MentionScore();
        List<String> lines = Files.readAllLines(SENTENCES);
        for (String line : lines) {
            JsonNode row = json.readTree(line);
            String text = row.get("text").asText();
            List<LabelledMention> expected = new ArrayList<>();
            for (JsonNode entity : row.get("entities")) {
                int start = entity.get("start").asInt();
                int end = entity.get("end").asInt();
                assertThat(text.substring(start, end))
                        .isEqualTo(entity.get("text").asText());
                if (TYPES.contains(entity.get("type").asText())) {
                    expected.add(
                            new LabelledMention(start, end, entity.get("type").asText()));
                }
            }
            score.add(text, expected, found(core, text));
        }
        assertThat(lines).hasSizeGreaterThanOrEqualTo(60);
        assertThat(score.total().f1()).as(() -> score.worst(20).toString()).isGreaterThan(0.9);
    }

    private static List<LabelledMention> found(TextCore core, String text) {
        return core.analyze(new Document(null, null, text, null)).mentions().stream()
                .filter(mention -> mention.nestedIn() == Mention.TOP_LEVEL)
                .map(mention -> new LabelledMention(
                        mention.span().start(),
                        mention.span().end(),
                        mention.entity().type().name()))
                .filter(mention -> TYPES.contains(mention.type()))
                .toList();
    }
}
