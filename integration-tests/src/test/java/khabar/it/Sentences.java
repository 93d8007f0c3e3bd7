package khabar.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Short news sentences of our own, by language. */
final class Sentences {
    private static final int OTHER_WORDS = 15;

    private final Map<String, List<String>> byLanguage = new TreeMap<>();
    /** Empty where texts are of sentences alone. */
    private final Map<String, OtherWords> others = new TreeMap<>();

    private Sentences() {}

    /** Those that khabar torture draws from too. */
    static Sentences shipped() {
        Sentences sentences = new Sentences();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Sentences.class.getResourceAsStream("/khabar/cli/torture/history/sentences.tsv"), UTF_8))) {
            for (String line : lines.lines().toList()) {
                String[] columns = line.split("\t", 2);
                sentences
                        .byLanguage
                        .computeIfAbsent(columns[0], language -> new ArrayList<>())
                        .add(columns[1]);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return sentences;
    }

    /** The same with other words among them, or texts of so few sentences would all repeat each other. */
    Sentences amongOtherWords(Random random) {
        byLanguage.keySet().forEach(language -> others.put(language, new OtherWords(language, random)));
        return this;
    }

    /** So many sentences of a language, drawn with repetition. */
    String draw(String language, int count, Random random) {
        List<String> known = byLanguage.getOrDefault(language, List.of());
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drawn.add(known.get(random.nextInt(known.size())));
            OtherWords words = others.get(language);
            if (words != null) {
                drawn.add(words.draw(OTHER_WORDS, random) + ".");
            }
        }
        return String.join(" ", drawn);
    }
}
