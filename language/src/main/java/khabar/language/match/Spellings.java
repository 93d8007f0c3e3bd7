package khabar.language.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import khabar.language.normalize.Normalizer;

/**
 * The ways in which a phrase may be written. A half-space in a rule file stands for a half-space, a
 * space or nothing in the text, because all three are met.
 */
public final class Spellings {
    private static final String ZWNJ = "\u200c";

    private final Normalizer normalizer;
    private final Clitics clitics;

    /** Spellings of phrases that the given normalizer brings into match keys. */
    public Spellings(Normalizer normalizer, Clitics clitics) {
        this.normalizer = normalizer;
        this.clitics = clitics;
    }

    /** Every form of the phrase, as the words of its match key. */
    public Set<List<String>> of(String phrase) {
        Set<List<String>> forms = new LinkedHashSet<>();
        for (String spelling : spellings(phrase)) {
            List<String> words = words(spelling);
            if (!words.isEmpty()) {
                forms.add(words);
            }
        }
        return forms;
    }

    private static List<String> spellings(String phrase) {
        List<String> spellings = List.of("");
        for (String part : phrase.split("(?<=" + ZWNJ + ")|(?=" + ZWNJ + ")")) {
            List<String> longer = new ArrayList<>();
            for (String spelling : spellings) {
                if (part.equals(ZWNJ)) {
                    longer.add(spelling + ZWNJ);
                    longer.add(spelling + ' ');
                }
                longer.add(spelling + (part.equals(ZWNJ) ? "" : part));
            }
            spellings = longer;
        }
        return spellings;
    }

    private List<String> words(String spelling) {
        Tokens tokens = Tokens.of(normalizer.normalize(spelling), clitics);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(tokens.word(i));
        }
        return words;
    }
}
