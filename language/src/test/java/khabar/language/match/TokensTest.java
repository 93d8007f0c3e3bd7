package khabar.language.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import khabar.language.halfspace.HalfSpaces;
import khabar.language.normalize.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With which words of a text a phrase may begin. */
final class TokensTest {
    private final Normalizer normalizer = new Normalizer();
    private final Vocabulary words = ShippedClitics.vocabulary(normalizer);

    /** The tries have "ketab" and "rah no". */
    @ParameterizedTest
    @CsvSource({
        // a phrase of one word, as it stands and with a plural, which only the last trie takes away
        "من کتاب دارم,      1, 1, 1",
        "من کتاب‌ها دارم,   1, 1, 1",
        "من کتابها دارم,    -1, -1, 1",
        // the first word of two, which the next one goes on with
        "این راه نو است,    1, 1, 1",
        "این راه دراز است,   -1, -1, -1",
        "این راه. نو است,   -1, -1, -1",
        // a conjunction that was written together with the word, which only the second trie takes away
        "او وکتاب دارد,     -1, 1, -1",
    })
    void aPhraseMayBeginWhereItsFirstWordStandsAndTheNextGoesOn(String text, int whole, int lessClitic, int inflected) {
        TokenTrie[] tries = {trie(TokenTrie.Loss.NOTHING), trie(TokenTrie.Loss.CLITIC), trie(TokenTrie.Loss.INFLECTION)
        };
        Tokens tokens = Tokens.of(normalizer.normalize(text), words);

        assertThat(tokens.phrases(0, tries[0])).as("whole").isEqualTo(bit(whole));
        assertThat(tokens.phrases(0, tries[1])).as("less a clitic").isEqualTo(bit(lessClitic));
        assertThat(tokens.phrases(0, tries[2])).as("less an inflection").isEqualTo(bit(inflected));
    }

    @Test
    void aMarkStandsBesideItsWordsWithAndWithoutWhatAHalfSpaceAttaches() {
        int hospital = words.mark(List.of(words.add("بیمارستان")));
        int hospitals = words.mark(List.of(words.add("بیمارستانها")));
        Tokens tokens = Tokens.of(normalizer.normalize("دو بیمارستان و بیمارستان‌ها و خانه"), words);

        assertThat(IntStream.range(0, tokens.size()).filter(i -> tokens.isMarked(i, hospital)))
                .containsExactly(1, 3);
        assertThat(IntStream.range(0, tokens.size()).filter(i -> tokens.isMarked(i, hospitals)))
                .containsExactly(3);
    }

    @ParameterizedTest
    @CsvSource({
        "کتاب, true",
        "است, true",
        "خوب, true",
        "قلفز, false",
        "قلفزوکتابخانه, false",
        "کتاب‌ها, true",
    })
    void theDictionarySaysTheSameBesideAWordAsOfItsLetters(String word, boolean known) {
        Tokens tokens = Tokens.of(normalizer.normalize(word), words);
        String key = tokens.word(0);
        int bits = HalfSpaces.shipped().wordBits(key, 0, key.length());

        assertThat(bits != 0).isEqualTo(known);
        for (int bit : new int[] {HalfSpaces.KNOWN_WORD, HalfSpaces.ORDINARY_WORD, HalfSpaces.COMMON_WORD}) {
            assertThat(tokens.isInDictionary(0, bit)).as("bit %s", bit).isEqualTo((bits & bit) != 0);
        }
    }

    private TokenTrie trie(TokenTrie.Loss loss) {
        TokenTrie.Builder builder = new TokenTrie.Builder(words, loss);
        builder.add(List.of("کتاب"), 1);
        builder.add(List.of("راه", "نو"), 2);
        return builder.build();
    }

    private static long bit(int word) {
        return word < 0 ? 0 : 1L << word;
    }

    @Test
    void inLongTextsEveryWordHasItsOwnBit() {
        TokenTrie trie = trie(TokenTrie.Loss.NOTHING);
        Random random = new Random(1);
        for (int size = 0; size < 300; size++) {
            List<String> text = new ArrayList<>();
            long[] expected = new long[size / Long.SIZE + 1];
            for (int word = 0; word < size; word++) {
                boolean found = random.nextBoolean();
                text.add(found ? "کتاب" : "دفتر");
                expected[word / Long.SIZE] |= (found ? 1L : 0) << word;
            }
            Tokens tokens = Tokens.of(normalizer.normalize(String.join(" ", text)), words);
            for (int from = 0; from < size; from += Long.SIZE) {
                assertThat(tokens.phrases(from, trie))
                        .as("%s of %s", from, size)
                        .isEqualTo(expected[from / Long.SIZE]);
            }
        }
    }
}
