package khabar.language.subject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.language.match.Spellings;
import khabar.language.match.TokenTrie;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.Normalizer;

/** Subjects and the terms that speak for them, compiled for matching. Immutable and safe for many threads. */
final class SubjectRules {
    private static final int[] NONE = new int[0];

    private final TokenTrie trie;
    private final List<Subject> subjects;
    private final int[] parents;
    private final Term[][] termsByPhrase;
    /** For each phrase, the bits of the subjects of its terms and of all that are broader. */
    private final long[][] subjectsByPhrase;

    private final Map<String, Integer> byCode;

    private SubjectRules(TokenTrie trie, List<Subject> subjects, Term[][] termsByPhrase, Map<String, Integer> byCode) {
        this.trie = trie;
        this.subjects = List.copyOf(subjects);
        this.parents = subjects.stream().mapToInt(Subject::parent).toArray();
        this.termsByPhrase = termsByPhrase;
        this.subjectsByPhrase = new long[termsByPhrase.length][];
        for (int phrase = 0; phrase < termsByPhrase.length; phrase++) {
            subjectsByPhrase[phrase] = subjectsOf(termsByPhrase[phrase]);
        }
        this.byCode = Map.copyOf(byCode);
    }

    private long[] subjectsOf(Term[] terms) {
        Occurrences.Numbers found = new Occurrences.Numbers(subjects.size());
        for (Term term : terms) {
            for (int subject = term.subject(); subject != Subject.NO_PARENT; subject = parents[subject]) {
                found.add(subject);
            }
        }
        return found.bits();
    }

    TokenTrie trie() {
        return trie;
    }

    List<Subject> subjects() {
        return subjects;
    }

    /** The index of the broader subject, or {@link Subject#NO_PARENT}. */
    int parent(int subject) {
        return parents[subject];
    }

    Map<String, Integer> byCode() {
        return byCode;
    }

    /** The number of phrases. */
    int phrases() {
        return termsByPhrase.length;
    }

    /** The terms of which the given phrase is the first. */
    Term[] termsOf(int phrase) {
        return termsByPhrase[phrase];
    }

    /** The bits of the subjects that {@link #termsOf} the phrase may speak for, and of all that are broader. */
    long[] subjectsOf(int phrase) {
        return subjectsByPhrase[phrase];
    }

    /** Collects subjects and terms. */
    static final class Builder {
        private final Spellings spellings;
        private final TokenTrie.Builder trie;
        private final List<Subject> subjects = new ArrayList<>();
        private final Map<String, Integer> byCode = new HashMap<>();
        private final Map<String, Integer> phrases = new HashMap<>();
        private final List<List<Term>> terms = new ArrayList<>();
        private int open = Subject.NO_PARENT;

        Builder(Normalizer normalizer, Vocabulary words) {
            spellings = new Spellings(normalizer, words);
            trie = new TokenTrie.Builder(words, TokenTrie.Loss.INFLECTION);
        }

        /** Adds a subject; terms that are added next are its terms. A parent must come before its children. */
        void addSubject(String code, String parentCode, Map<String, String> names) {
            Integer parent = parentCode.isEmpty() ? Integer.valueOf(Subject.NO_PARENT) : byCode.get(parentCode);
            Integer known = byCode.get(code);
            if (parent == null || known != null && subjects.get(known).parent() != parent) {
                throw new IllegalArgumentException("parent of " + code + ": " + parentCode
                        + " (expected: a subject that stands before it, the same one wherever it is named)");
            }
            open = known != null ? known : subjects.size();
            if (known == null) {
                byCode.put(code, open);
                subjects.add(new Subject(code, parent, names));
            }
        }

        /** Terms that are added next are terms of a subject that was added before. */
        void reopenSubject(String code) {
            Integer known = byCode.get(code);
            if (known == null) {
                throw new IllegalArgumentException(
                        "subject: " + code + " (expected: a known one; a new one has a parent and names)");
            }
            open = known;
        }

        /** Forgets all terms that a subject has so far. */
        void dropTerms(String code) {
            Integer known = byCode.get(code);
            if (known != null) {
                terms.forEach(ofPhrase -> ofPhrase.removeIf(term -> term.subject() == known));
            }
        }

        /** Terms that are added next belong nowhere. */
        void closeSubject() {
            open = Subject.NO_PARENT;
        }

        void addTerm(double weight, SubjectRulesReader.Draft draft) {
            if (open == Subject.NO_PARENT) {
                throw new IllegalArgumentException("term: " + draft.written() + " (expected: a subject before it)");
            }
            int[] numbers = numbers(draft.phrases());
            int[] without = numbers(draft.without());
            terms.get(numbers[0]).add(new Term(open, weight, draft.kind(), numbers, without, draft.written()));
        }

        private int[] numbers(List<String> phrases) {
            return phrases.isEmpty()
                    ? NONE
                    : phrases.stream().mapToInt(this::phrase).toArray();
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
