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
    private final Vocabulary words;

    /** Spellings of phrases that the given normalizer brings into match keys. */
    public Spellings(Normalizer normalizer, Vocabulary words) {
        this.normalizer = normalizer;
        this.words = words;
    }

    /** What the words of the phrases are added to. */
    public Vocabulary vocabulary() {
        return words;
    }

    /** Every form of the phrase, as the words of its match key. */
    public Set<List<String>> of(String phrase) {
        if (!phrase.contains(ZWNJ)) {
            List<String> form = words(phrase);
            return form.isEmpty() ? Set.of() : Set.of(form);
        }
        List<List<String>> forms = List.of(List.of());
        for (String part : phrase.split(ZWNJ)) {
            forms = append(forms, words(part));
        }
        Set<List<String>> distinct = new LinkedHashSet<>(forms);
        distinct.remove(List.of());
        return distinct;
    }

    /** What stood after a half-space goes on as a word of its own, and as the end of the word before. */
    private static List<List<String>> append(List<List<String>> forms, List<String> words) {
        if (words.isEmpty()) {
            return forms;
        }
        List<List<String>> longer = new ArrayList<>(forms.size() * 2);
        for (List<String> form : forms) {
            List<String> spaced = new ArrayList<>(form);
            spaced.addAll(words);
            longer.add(spaced);
            if (!form.isEmpty()) {
                List<String> joined = new ArrayList<>(form);
                joined.set(form.size() - 1, form.get(form.size() - 1) + words.get(0));
                joined.addAll(words.subList(1, words.size()));
                longer.add(joined);
            }
        }
        return longer;
    }

    private List<String> words(String spelling) {
        Tokens tokens = Tokens.wordsOf(normalizer.normalize(spelling), words);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            found.add(tokens.word(i));
        }
        return found;
    }
}
