package khabar.language.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keeps the committed place names equal to what CLDR says; {@code -Dgolden.update=true} writes them anew. */
final class CldrPlacesTest {
    private static final Path SHIPPED = Path.of("src/main/resources/khabar/language/entity/cldr-places.gaz");
    private static final Path IDS = Path.of("src/test/resources/cldr/ids.txt");

    @Test
    void theShippedPlacesAreTheOnesOfCldr() throws IOException {
        Map<String, String> ids = new HashMap<>();
        Map<String, Set<String>> withheld = new HashMap<>();
        for (String line : Files.readAllLines(IDS, StandardCharsets.UTF_8)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] fields = line.strip().split(" +");
                for (String field : List.of(fields).subList(1, fields.length)) {
                    if (field.length() > 1 && field.startsWith("-")) {
                        withheld.computeIfAbsent(fields[0], code -> new HashSet<>())
                                .add(field.substring(1));
                    } else {
                        ids.put(fields[0], field);
                    }
                }
            }
        }
        List<String> lines = new CldrPlaces(ids, withheld).lines();
        if (Boolean.getBoolean("golden.update")) {
            Files.write(SHIPPED, lines, StandardCharsets.UTF_8);
        }
        assertThat(lines).hasSizeGreaterThan(500);
        assertThat(Files.readAllLines(SHIPPED, StandardCharsets.UTF_8)).isEqualTo(lines);
    }
}
