package khabar.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import khabar.language.Document;
import org.jspecify.annotations.Nullable;

/**
 * The articles that are measured: always as many, taken at even distances from the JSON Lines that the system
 * property {@code khabar.corpus} names, or from the seed articles, which are then repeated.
 */
public final class Articles {
    /** How many articles every measurement goes through. */
    public static final int COUNT = 256;

    private static final String CORPUS = "khabar.corpus";
    private static final String SEEDS = "khabar.seeds";
    private static final String HEADLINE_MARK = "## ";

    private Articles() {}

    /** Reads them. */
    public static List<Document> read() {
        String corpus = System.getProperty(CORPUS);
        try {
            List<Document> all =
                    corpus == null ? seeds(Path.of(System.getProperty(SEEDS, "seeds"))) : lines(Path.of(corpus));
            List<Document> chosen = new ArrayList<>();
            for (int i = 0; i < COUNT; i++) {
                chosen.add(all.get(all.size() < COUNT ? i % all.size() : (int) ((long) i * all.size() / COUNT)));
            }
            return List.copyOf(chosen);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Document> lines(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Document> articles = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file, UTF_8)) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode row = json.readTree(line);
                articles.add(new Document(text(row, "title"), text(row, "lead"), text(row, "body"), null));
            }
        }
        if (articles.isEmpty()) {
            throw new IllegalStateException(CORPUS + ": " + file + " (expected: JSON Lines with title, lead, body)");
        }
        return articles;
    }

    private static @Nullable String text(JsonNode row, String field) {
        return row.path(field).textValue();
    }

    private static List<Document> seeds(Path folder) throws IOException {
        List<Document> articles = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                articles.add(seed(file));
            }
        }
        if (articles.isEmpty()) {
            throw new IllegalStateException(SEEDS + ": " + folder.toAbsolutePath() + " (expected: .txt files)");
        }
        return articles;
    }

    /** The fixed shape of seeds: the headline after two hashes, the lead, paragraphs. */
    private static Document seed(Path file) throws IOException {
        List<String> paragraphs = Files.readString(file, UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String headline = paragraphs.get(0).substring(HEADLINE_MARK.length());
        String body = String.join("\n", paragraphs.subList(2, paragraphs.size()));
        return new Document(headline, paragraphs.get(1), body, null);
    }
}
