package khabar.language.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reads docs/orthography.md and holds the normalizer to each of its examples. */
class OrthographyTest {
    private static final Path PAGE = Path.of("..", "docs", "orthography.md");
    private static final Pattern ROW = Pattern.compile("\\| `(.+)` \\| `(.+)` \\| (.+) \\|");
    private static final char MARK = '_';
    private static final char HALF_SPACE = '\u200c';

    private final Normalizer normalizer = new Normalizer();

    @TestFactory
    List<DynamicTest> everyExampleOfThePageHolds() throws IOException {
        List<DynamicTest> examples = Files.readAllLines(PAGE, StandardCharsets.UTF_8).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> DynamicTest.dynamicTest(row.group(3), () -> holds(row.group(1), row.group(2))))
                .toList();
        assertThat(examples).hasSizeGreaterThan(40);
        return examples;
    }

    private void holds(String written, String shown) {
        String display = normalizer.normalize(marked(written), "fa").display();
        assertThat(display.replace(HALF_SPACE, MARK)).isEqualTo(shown);
        assertThat(normalizer.normalize(display, "fa").display()).isEqualTo(display);
    }

    private static String marked(String example) {
        return example.replace(MARK, HALF_SPACE);
    }
}
