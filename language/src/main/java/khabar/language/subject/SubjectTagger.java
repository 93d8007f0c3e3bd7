package khabar.language.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khabar.language.learned.LinearModel;
import khabar.language.learned.SparseVector;
import khabar.language.match.Tokens;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.NormalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Finds the subjects of an article by rules, and by a linear model beside them where there is one.
 * Immutable and safe for many threads.
 */
public final class SubjectTagger {
    private final Vocabulary words;
    private final SubjectRules rules;
    private final @Nullable SubjectModel model;

    /**
     * A tagger with the rules that were read.
     *
     * @param model decides the subjects that are its labels; null for none
     * @throws IllegalArgumentException where a label of the model is no subject of the rules
     */
    public SubjectTagger(SubjectRulesReader rules, Vocabulary words, @Nullable LinearModel model) {
        this.words = words;
        this.rules = rules.rules();
        this.model = model == null ? null : new SubjectModel(model, this.rules);
    }

    /** The subjects of the article with the given texts, highest score first. */
    public List<TaggedSubject> subjectsOf(List<NormalizedText> texts) {
        return subjectsAmong(Tokens.of(texts, words));
    }

    /** The subjects of the article with the given words, highest score first. */
    public List<TaggedSubject> subjectsAmong(List<Tokens> texts) {
        Occurrences occurrences = new Occurrences(rules, texts);
        if (occurrences.size() == 0 && model == null) {
            return List.of();
        }
        Scoring scoring = new Scoring(rules, occurrences, texts, model != null);
        Tags tags = new Tags(rules, scoring);
        if (model != null) {
            tags.follow(model, texts);
        }
        return tags.tagged();
    }

    /** What a linear model sees of the article with the given texts. */
    public SparseVector features(List<NormalizedText> texts) {
        List<Tokens> tokens = Tokens.of(texts, words);
        Scoring scoring = new Scoring(rules, new Occurrences(rules, tokens), tokens, true);
        return SubjectFeatures.of(tokens, scoring.strengths(), rules);
    }

    /** Names of a subject by BCP 47 tag; empty for an unknown code. */
    public Map<String, String> names(String code) {
        Integer index = rules.byCode().get(code);
        return index == null ? Map.of() : rules.subjects().get(index).names();
    }

    /** The codes of the subjects that a subject is part of, the nearest first; none for an unknown code. */
    public List<String> broader(String code) {
        List<String> broader = new ArrayList<>();
        Integer index = rules.byCode().get(code);
        int at = index == null ? Subject.NO_PARENT : rules.subjects().get(index).parent();
        while (at != Subject.NO_PARENT) {
            broader.add(rules.subjects().get(at).code());
            at = rules.subjects().get(at).parent();
        }
        return broader;
    }

    /** The codes of all subjects that the rules know, a broader one before the narrower ones. */
    public List<String> codes() {
        List<String> codes = new ArrayList<>();
        rules.subjects().forEach(subject -> codes.add(subject.code()));
        return codes;
    }
}
