package khabar.language.subject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.language.match.Clitics;
import khabar.language.match.Spellings;
import khabar.language.match.TokenTrie;
import khabar.language.normalize.Normalizer;

/** Subjects and the terms that speak for them, compiled for matching. Immutable and safe for many threads. */
final class SubjectRules {
    private final TokenTrie trie;
    private final List<Subject> subjects;
    private final Term[][] termsByPhrase;
    private final Map<String, Integer> byCode;

    private SubjectRules(TokenTrie trie, List<Subject> subjects, Term[][] termsByPhrase, Map<String, Integer> byCode) {
        this.trie = trie;
        this.subjects = List.copyOf(subjects);
        this.termsByPhrase = termsByPhrase;
        this.byCode = Map.copyOf(byCode);
    }

    TokenTrie trie() {
        return trie;
    }

    List<Subject> subjects() {
        return subjects;
    }

    Map<String, Integer> byCode() {
        return byCode;
    }

    /** The terms of which the given phrase is a part; the first phrase of a term comes first. */
    Term[] termsOf(int phrase) {
        return termsByPhrase[phrase];
    }

    /** Collects subjects and terms. */
    static final class Builder {
        private final Spellings spellings;
        private final TokenTrie.Builder trie = new TokenTrie.Builder();
        private final List<Subject> subjects = new ArrayList<>();
        private final Map<String, Integer> byCode = new HashMap<>();
        private final Map<String, Integer> phrases = new HashMap<>();
        private final List<List<Term>> terms = new ArrayList<>();

        Builder(Normalizer normalizer, Clitics clitics) {
            spellings = new Spellings(normalizer, clitics);
        }

        /** Adds a subject; terms that are added next are its terms. A parent must come before its children. */
        void addSubject(String code, String parentCode, Map<String, String> names) {
            Integer parent = parentCode.isEmpty() ? Integer.valueOf(Subject.NO_PARENT) : byCode.get(parentCode);
            if (parent == null || byCode.putIfAbsent(code, subjects.size()) != null) {
                throw new IllegalArgumentException(
                        "subject: " + code + " in " + parentCode + " (expected: a new code in a known parent)");
            }
            subjects.add(new Subject(code, parent, names));
        }

        void addTerm(double weight, Term.Kind kind, List<String> parts, String written) {
            int[] numbers = parts.stream().mapToInt(this::phrase).toArray();
            Term term = new Term(subjects.size() - 1, weight, kind, numbers, written);
            for (int number : numbers) {
                terms.get(number).add(term);
            }
        }

        private int phrase(String written) {
            return phrases.computeIfAbsent(written, w -> {
                int number = phrases.size();
                Set<List<String>> forms = spellings.of(w);
                if (forms.isEmpty()) {
                    throw new IllegalArgumentException("term: " + w + " (expected: at least one word)");
                }
                forms.forEach(form -> trie.add(form, number));
                terms.add(new ArrayList<>());
                return number;
            });
        }

        SubjectRules build() {
            Term[][] byPhrase = new Term[terms.size()][];
            for (int i = 0; i < byPhrase.length; i++) {
                byPhrase[i] = terms.get(i).toArray(Term[]::new);
            }
            return new SubjectRules(trie.build(), subjects, byPhrase, byCode);
        }
    }
}
