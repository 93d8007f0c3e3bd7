package khabar.language.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import khabar.language.normalize.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trie against a map, over random phrases. */
final class TokenTrieTest {
    private static final int PHRASES = 4_000;
    private static final int LONGEST = 4;

    /** From words that nearly all phrases share to words that hardly two do. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 60, 3_000})
    void everyPhraseLeadsToItsValuesAndNoOther(int words) {
        TokenTrie.Builder builder =
                new TokenTrie.Builder(ShippedClitics.vocabulary(new Normalizer()), TokenTrie.Loss.NOTHING);
        Map<List<String>, TreeSet<Integer>> values = new HashMap<>();
        Random random = new Random(words);
        for (int i = 0; i < PHRASES; i++) {
            List<String> phrase = phrase(random, words);
            int value = random.nextInt(PHRASES);
            builder.add(phrase, value);
            values.computeIfAbsent(phrase, p -> new TreeSet<>()).add(value);
        }
        int[] numbers = new int[words + 1];
        for (int word = 0; word <= words; word++) {
            numbers[word] = builder.word("w" + word);
        }
        TokenTrie trie = builder.build();

        values.forEach((phrase, expected) ->
                assertThat(valuesOf(trie, phrase, numbers)).as("%s", phrase).containsExactlyElementsOf(expected));
        for (int i = 0; i < PHRASES; i++) {
            List<String> phrase = phrase(random, words + 1);
            assertThat(valuesOf(trie, phrase, numbers))
                    .as("%s", phrase)
                    .containsExactlyElementsOf(values.getOrDefault(phrase, new TreeSet<>()));
        }
    }

    private static List<String> phrase(Random random, int words) {
        List<String> phrase = new ArrayList<>();
        for (int length = 1 + random.nextInt(LONGEST); length > 0; length--) {
            phrase.add("w" + random.nextInt(words));
        }
        return phrase;
    }

    private static List<Integer> valuesOf(TokenTrie trie, List<String> phrase, int[] numbers) {
        int node = TokenTrie.ROOT;
        for (int i = 0; i < phrase.size() && node != TokenTrie.NONE; i++) {
            node = trie.child(node, numbers[Integer.parseInt(phrase.get(i).substring(1))]);
        }
        List<Integer> values = new ArrayList<>();
        if (node != TokenTrie.NONE) {
            for (int i = trie.valuesFrom(node); i < trie.valuesTo(node); i++) {
                values.add(trie.value(i));
            }
        }
        return values;
    }
}
