package khabar.language.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khabar.language.match.Tokens;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.NormalizedText;

/** Finds the subjects of an article by rules. Immutable and safe for many threads. */
public final class SubjectTagger {
    private final Vocabulary words;
    private final SubjectRules rules;

    /** A tagger with the rules that were read. */
    public SubjectTagger(SubjectRulesReader rules, Vocabulary words) {
        this.words = words;
        this.rules = rules.rules();
    }

    /** The subjects of the article with the given texts, highest score first. */
    public List<TaggedSubject> subjectsOf(List<NormalizedText> texts) {
        return subjectsAmong(texts.stream().map(text -> Tokens.of(text, words)).toList());
    }

    /** The subjects of the article with the given words, highest score first. */
    public List<TaggedSubject> subjectsAmong(List<Tokens> texts) {
        Occurrences occurrences = new Occurrences(rules.trie(), texts);
        return occurrences.size() == 0 ? List.of() : new Scoring(rules, occurrences, texts).tagged();
    }

    /** Names of a subject by BCP 47 tag; empty for an unknown code. */
    public Map<String, String> names(String code) {
        Integer index = rules.byCode().get(code);
        return index == null ? Map.of() : rules.subjects().get(index).names();
    }

    /** The codes of all subjects that the rules know, a broader one before the narrower ones. */
    public List<String> codes() {
        List<String> codes = new ArrayList<>();
        rules.subjects().forEach(subject -> codes.add(subject.code()));
        return codes;
    }
}
