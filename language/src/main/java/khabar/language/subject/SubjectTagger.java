package khabar.language.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Span;

/** Finds the subjects of an article by rules. Immutable and safe for many threads. */
public final class SubjectTagger {
    private static final Map<String, String> WAR = Map.of("fa", "درگیری، جنگ و صلح", "en", "conflict, war and peace");

    /** The subjects of the article with the given texts, highest score first. */
    public List<TaggedSubject> subjectsOf(List<NormalizedText> texts) {
        List<Evidence> evidence = new ArrayList<>();
        for (int t = 0; t < texts.size(); t++) {
            NormalizedText text = texts.get(t);
            int at = text.key().indexOf("ارتش");
            if (at >= 0) {
                evidence.add(new Evidence(new Span(t, text.originalStart(at), text.originalEnd(at + 3)), "ارتش"));
            }
        }
        return evidence.isEmpty() ? List.of() : List.of(new TaggedSubject("medtop:16000000", WAR, 0.5, evidence));
    }
}
