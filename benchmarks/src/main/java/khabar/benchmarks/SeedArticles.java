package khabar.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import khabar.language.Document;

/** The seed articles as documents, read by their fixed shape: headline after two hashes, lead, paragraphs. */
final class SeedArticles {
    private static final String FOLDER = "khabar.seeds";
    private static final String HEADLINE_MARK = "## ";

    private SeedArticles() {}

    /** All articles of the folder that the system property {@code khabar.seeds} names, by default {@code seeds}. */
    static List<Document> read() {
        Path folder = Path.of(System.getProperty(FOLDER, "seeds"));
        try (Stream<Path> files = Files.list(folder)) {
            List<Document> articles = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(SeedArticles::article)
                    .toList();
            if (articles.isEmpty()) {
                throw new IllegalStateException(FOLDER + ": " + folder.toAbsolutePath() + " (expected: .txt files)");
            }
            return articles;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Document article(Path file) {
        try {
            List<String> paragraphs = Files.readString(file, UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            String headline = paragraphs.get(0).substring(HEADLINE_MARK.length());
            String body = String.join("\n", paragraphs.subList(2, paragraphs.size()));
            return new Document(headline, paragraphs.get(1), body, null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
