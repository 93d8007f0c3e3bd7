package khabar.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A seed article with what a careful analyst found in it by hand. */
record SeedArticle(Document document, JsonNode subjects, List<JsonNode> mentions) {
    private static final Path SEEDS = Path.of("../seeds");

    static List<SeedArticle> both() {
        return List.of(read("000.jsonl"), read("004.jsonl"));
    }

    private static SeedArticle read(String golden) {
        ObjectMapper json = new ObjectMapper();
        try {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of("src/test/resources/golden/seeds", golden))) {
                lines.add(json.readTree(line));
            }
            JsonNode head = lines.remove(0);
            return new SeedArticle(document(head.get("seed").asText()), head.get("subjects"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Headline after the two signs, lead, and the body with its paragraphs as they stand in the file. */
    private static Document document(String file) throws IOException {
        String text =
                Files.readString(SEEDS.resolve(file), StandardCharsets.UTF_8).strip();
        String[] parts = text.substring("## ".length()).split("\n\n", 3);
        return new Document(parts[0], parts[1], parts[2], null);
    }
}
