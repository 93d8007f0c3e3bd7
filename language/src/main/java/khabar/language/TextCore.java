package khabar.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.language.entity.Entity;
import khabar.language.entity.MentionFinder;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Normalizer;
import khabar.language.script.LanguageDetector;
import khabar.language.subject.SubjectTagger;

/**
 * The front door of the text core: finds language, clean texts, subjects and mentions of a document.
 * Immutable and safe for many threads; equal documents give equal analyses.
 */
public final class TextCore {
    private final Normalizer normalizer = new Normalizer();
    private final LanguageDetector detector = new LanguageDetector();
    private final SubjectTagger tagger = new SubjectTagger();
    private final MentionFinder finder = new MentionFinder();

    private TextCore() {}

    /** The core with the rules and the gazetteer that are shipped with it. */
    public static TextCore shipped() {
        return new TextCore();
    }

    /** Everything that can be found in the given document. */
    public Analysis analyze(Document document) {
        List<NormalizedText> texts =
                document.texts().stream().map(normalizer::normalize).toList();
        return new Analysis(
                detector.detect(String.join("\n", document.texts())),
                texts,
                tagger.subjectsOf(texts),
                finder.mentionsIn(texts));
    }

    /** Identifies the rules and the gazetteer in use: equal versions give equal analyses. */
    public String ruleSetVersion() {
        return "0";
    }

    /** What the gazetteer knows of an entity; empty for an id that it does not know. */
    public Optional<Entity> entity(String id) {
        return Optional.empty();
    }

    /** Names of a subject by BCP 47 tag; empty for an unknown code. */
    public Map<String, String> subjectNames(String code) {
        return Map.of();
    }
}
