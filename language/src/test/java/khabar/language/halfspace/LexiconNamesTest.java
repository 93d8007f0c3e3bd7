package khabar.language.halfspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import khabar.language.script.Chars;
import org.junit.jupiter.api.Test;

/** Where this fails, names have come since the word list was made: {@link LexiconTool} must be run again. */
class LexiconNamesTest {
    private final Lexicon lexicon = LexiconFile.shipped();

    @Test
    void theWordListHasTheNamesThatAreShipped() throws IOException {
        ShippedNames names = ShippedNames.in(Path.of("src/main/resources/khabar/language"));

        assertThat(names.words()).hasSizeGreaterThan(3000);
        assertThat(missing(LexiconTool.plainNames(names).filter(name -> !LexiconTool.maybeInflected(name)), 0))
                .isEmpty();
        assertThat(missing(LexiconTool.compoundNames(names), 0)).isEmpty();
        assertThat(missing(names.given().stream(), Lexicon.GIVEN)).isEmpty();
    }

    /** The names that the list has not, or not with the flag, 0 for any. */
    private Stream<String> missing(Stream<String> names, int flag) {
        String halfSpace = String.valueOf(Chars.ZWNJ);
        return names.filter(name -> {
            long hash = Lexicon.hash(name.replace(halfSpace, ""));
            return lexicon.find(hash) < 0 || flag != 0 && !lexicon.has(hash, flag);
        });
    }
}
