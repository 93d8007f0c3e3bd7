package khabar.cli.torture.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** Short news sentences of our own, by language. */
record Sentences(Map<String, List<String>> byLanguage) {

    /** Those that are shipped. */
    static Sentences shipped() {
        Map<String, List<String>> byLanguage = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Sentences.class.getResourceAsStream("sentences.tsv"), "sentences.tsv"),
                UTF_8))) {
            for (String line : lines.lines().toList()) {
                String[] columns = line.split("\t", 2);
                byLanguage
                        .computeIfAbsent(columns[0], language -> new ArrayList<>())
                        .add(columns[1]);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Sentences(byLanguage);
    }

    /** So many sentences of a language, drawn with repetition. */
    String draw(String language, int count, Random random) {
        List<String> known = byLanguage.getOrDefault(language, List.of());
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drawn.add(known.get(random.nextInt(known.size())));
        }
        return String.join(" ", drawn);
    }
}
