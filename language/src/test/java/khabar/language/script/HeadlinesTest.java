package khabar.language.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Headlines of eight languages, of which many have no small words. */
class HeadlinesTest {
    private static final String FILE = "/golden/headlines.txt";

    private static final double ROUNDING = 1e-9;

    private final LanguageDetector detector = new LanguageDetector();

    @Test
    void everyHeadlineIsInItsLanguage() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String[] headline : headlines()) {
            LanguageGuess guess = detector.detect(headline[1]);
            if (!guess.language().equals(headline[0])) {
                wrong.add(headline[0] + ": " + headline[1] + " (found: " + guess.language() + ")");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void thereAreTwentyOfEachLanguage() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        headlines().forEach(headline -> counts.merge(headline[0], 1, Integer::sum));
        assertThat(counts).containsOnlyKeys("fa", "ar", "ur", "ps", "ckb", "en", "ru", "tr");
        assertThat(counts.values()).allMatch(count -> count >= 20);
    }

    @Test
    void aMixedArticleIsInTheLanguageOfMostOfItAndNoSurer() throws IOException {
        Map<String, String> articles = articles();
        for (String main : articles.keySet()) {
            String whole = Objects.requireNonNull(articles.get(main));
            double alone = detector.detect(whole).confidence();
            for (String other : articles.keySet()) {
                String foreign = Objects.requireNonNull(articles.get(other)).substring(0, whole.length() / 4);
                LanguageGuess mixed = detector.detect(whole + (main.equals(other) ? "" : foreign));
                assertThat(mixed.language()).as(main + " with " + other).isEqualTo(main);
                assertThat(mixed.confidence()).as(main + " with " + other).isLessThanOrEqualTo(alone + ROUNDING);
            }
        }
    }

    @Test
    void anArticleIsInTheLanguageThatMostOfItIsWrittenIn() throws IOException {
        Map<String, String> articles = articles();
        for (Map.Entry<String, String> main : articles.entrySet()) {
            String whole = main.getValue();
            double alone = detector.detect(whole).confidence();
            for (String other : articles.keySet()) {
                String foreign = Objects.requireNonNull(articles.get(other)).repeat(2);
                LanguageGuess mixed = detector.detect(whole + foreign.substring(0, whole.length() / 2));
                String both = main.getKey() + " with " + other;
                assertThat(mixed.language()).as(both).isEqualTo(main.getKey());
                double most = main.getKey().equals(other) ? 1 : 0.85 * alone;
                assertThat(mixed.confidence()).as(both).isLessThanOrEqualTo(most);
            }
        }
    }

    /** The headlines of each language, one after the other. */
    private static Map<String, String> articles() throws IOException {
        Map<String, String> articles = new TreeMap<>();
        for (String[] headline : headlines()) {
            articles.merge(headline[0], headline[1] + ". ", String::concat);
        }
        return articles;
    }

    private static List<String[]> headlines() throws IOException {
        InputStream in = Objects.requireNonNull(HeadlinesTest.class.getResourceAsStream(FILE), FILE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(": ", 2))
                    .toList();
        }
    }
}
