package khabar.language.halfspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import khabar.language.script.Chars;

/**
 * The Persian words of the names that are shipped: those in one piece, those with half-spaces, and the
 * first names of people.
 */
record ShippedNames(Set<String> words, Set<String> compounds, Set<String> given) {
    private static final int NAMES = 2;
    private static final String HALF_SPACE = String.valueOf(Chars.ZWNJ);

    /** Reads the gazetteer and the lists of the recognizer in the folder of the resources. */
    static ShippedNames in(Path resources) throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.list(resources.resolve("entity"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".gaz")).toList()) {
                lines(file).forEach(line -> addNames(line, words));
            }
        }
        Set<String> given = new TreeSet<>();
        lines(resources.resolve("recognize/names.txt"))
                .filter(line -> line.startsWith("given:") || line.startsWith("weak-given:"))
                .forEach(line -> addWords(line.substring(line.indexOf(':') + 1), given));
        given.removeIf(word -> word.contains(HALF_SPACE) || !Chars.isArabicLetter(word.charAt(0)));
        return of(words, given);
    }

    private static ShippedNames of(Set<String> all, Set<String> given) {
        Set<String> compounds = new TreeSet<>(all);
        compounds.removeIf(word -> !word.contains(HALF_SPACE));
        Set<String> joined = new HashSet<>();
        compounds.forEach(word -> joined.add(word.replace(HALF_SPACE, "")));
        Set<String> words = new TreeSet<>(all);
        words.removeAll(compounds);
        words.removeAll(joined);
        return new ShippedNames(words, compounds, given);
    }

    private static void addNames(String line, Set<String> words) {
        List<String> fields = List.of(line.split("\\|"));
        if (!line.startsWith("#") && fields.size() > NAMES) {
            addWords(fields.get(NAMES), words);
        }
    }

    private static void addWords(String names, Set<String> words) {
        for (String word : names.split("[;?\\s]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
    }

    private static Stream<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream();
    }
}
