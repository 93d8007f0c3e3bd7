package khabar.cli.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import khabar.schemas.Rule;
import khabar.settings.SettingException;

/** Rules as text: files that are read, and one JSON object a rule. */
final class RuleText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RuleText() {}

    /** The text of a file, or of standard input for {@code -}. */
    static String read(Path folder, String file) throws IOException {
        try {
            byte[] bytes = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(folder.resolve(file));
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException wrong) {
            throw new SettingException("FILE", file, "text in UTF-8");
        } catch (NoSuchFileException missing) {
            throw new SettingException("FILE", file, "an existing file, or -");
        } catch (IOException unreadable) {
            throw new SettingException("FILE", file, "a readable file: " + unreadable.getMessage());
        }
    }

    /** One rule as one line. */
    static String json(Rule rule) {
        ObjectNode object = JSON.createObjectNode();
        object.put("ruleId", rule.getRuleId());
        object.put("kind", Kind.wordOf(rule.getKind()));
        object.put("body", rule.getBody());
        object.put("updatedAt", rule.getUpdatedAt().toString());
        object.put("author", rule.getAuthor());
        return object.toString();
    }

    /** The rule that a line says, written now; throws {@link IllegalArgumentException} where it says none. */
    static Rule parse(String line, Instant now) {
        try {
            JsonNode object = JSON.readTree(line);
            String ruleId = text(object, "ruleId");
            String kind = text(object, "kind");
            JsonNode author = object.path("author");
            return new Rule(
                    ruleId,
                    Kind.named(kind)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "kind: " + kind + " (expected: gazetteer, subject or alert)"))
                            .kind(),
                    text(object, "body"),
                    now,
                    author.isTextual() ? author.textValue() : null);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("rule: no JSON (expected: one object a line)", broken);
        }
    }

    private static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + ": none (expected: a text)");
        }
        return value.textValue();
    }
}
