package khabar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages that are printed from the code; rewritten with {@code -Dgolden.update=true}. */
final class GeneratedPagesTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final String UPDATE = "golden.update";

    @Test
    void thePageOfOptionsIsWhatTheProgramPrints() throws IOException {
        compare("configuration.md", output("config", "--markdown"));
    }

    @Test
    void thePictureOfTheTopologyIsWhatTheProgramDraws() throws IOException {
        compare("topology.md", """
                # The topology

                Drawn by `khabar topology --mermaid`; a test compares the two. Stadiums are topics, boxes are stages, cylinders
                are stores. Every name is chosen: renaming a store or a repartition topic is a migration.

                ```mermaid
                %s```
                """.formatted(output("topology", "--mermaid")));
    }

    private static String output(String... args) {
        Terminal.Outcome outcome = new Terminal(Map.of(), Path.of("").toAbsolutePath()).run(args);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome.out();
    }

    private static void compare(String name, String expected) throws IOException {
        Path page = DOCS.resolve(name);
        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(DOCS);
            Files.writeString(page, expected, UTF_8);
        }
        assertThat(page).as("rewrite with -D%s=true", UPDATE).content(UTF_8).isEqualTo(expected);
    }
}
