package khabar.language.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import khabar.language.match.Clitics;
import khabar.language.match.Form;
import khabar.language.match.Spellings;
import khabar.language.match.Suffix;
import khabar.language.match.TokenTrie;
import khabar.language.match.Tokens;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Normalizer;
import khabar.language.normalize.Profile;

/**
 * Finds phrases by their match keys, word by word: in any spelling, with and without half-spaces, and
 * with the inflections that Persian attaches to a word. However many phrases there are, a text is gone
 * through once. Immutable and safe for many threads.
 */
public final class PhraseFinder {
    private final Normalizer keys = new Normalizer(Profile.SEARCH_KEY);
    private final Vocabulary words;
    private final TokenTrie trie;

    /**
     * A finder of the given phrases.
     *
     * @throws IllegalArgumentException for a phrase without a word
     */
    public PhraseFinder(List<String> phrases, Clitics clitics) {
        words = new Vocabulary(clitics);
        Spellings spellings = new Spellings(keys, words);
        TokenTrie.Builder builder = new TokenTrie.Builder(words, TokenTrie.Loss.INFLECTION);
        for (int i = 0; i < phrases.size(); i++) {
            Set<List<String>> forms = spellings.of(phrases.get(i));
            if (forms.isEmpty()) {
                throw new IllegalArgumentException("phrase: " + phrases.get(i) + " (expected: at least one word)");
            }
            for (List<String> form : forms) {
                builder.add(form, i);
            }
        }
        trie = builder.build();
    }

    /** Where the phrases stand in the given texts, in the order of the texts. */
    public List<FoundPhrase> find(List<String> texts) {
        List<FoundPhrase> found = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                NormalizedText text = keys.normalize(texts.get(i));
                new Scan(i, Tokens.of(text, words), found).run();
            }
        }
        return found;
    }

    /** One text, gone through once. */
    private final class Scan {
        private final int text;
        private final Tokens tokens;
        private final List<FoundPhrase> found;

        Scan(int text, Tokens tokens, List<FoundPhrase> found) {
            this.text = text;
            this.tokens = tokens;
            this.found = found;
        }

        void run() {
            for (int from = 0; from < tokens.size(); from += Long.SIZE) {
                for (long rest = tokens.phrases(from, trie); rest != 0; rest &= rest - 1) {
                    int token = from + Long.numberOfTrailingZeros(rest);
                    follow(token, token, TokenTrie.ROOT);
                }
            }
        }

        /** Goes on from a node with the word in its own form, with its suffix and without its inflections. */
        private void follow(int first, int token, int node) {
            Form form = tokens.form(token);
            arrive(first, token, form.child(trie, node));
            if (tokens.suffix(token) != Suffix.NONE) {
                arrive(first, token, tokens.fullForm(token).child(trie, node));
            }
            Form.Stems stems = form.lessInflection();
            for (int i = 0; i < stems.size(); i++) {
                arrive(first, token, stems.child(i, trie, node));
            }
        }

        private void arrive(int first, int token, int node) {
            if (node == TokenTrie.NONE) {
                return;
            }
            for (int i = trie.valuesFrom(node); i < trie.valuesTo(node); i++) {
                FoundPhrase one =
                        new FoundPhrase(trie.value(i), tokens.span(text, tokens.start(first), tokens.fullEnd(token)));
                if (found.isEmpty() || !found.get(found.size() - 1).equals(one)) {
                    found.add(one);
                }
            }
            if (token + 1 < tokens.size() && tokens.mayContinue(token + 1, trie) && tokens.flowsInto(token + 1)) {
                follow(first, token + 1, node);
            }
        }
    }
}
