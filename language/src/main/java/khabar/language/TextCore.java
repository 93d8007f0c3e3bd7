package khabar.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.language.entity.Entity;
import khabar.language.entity.MentionFinder;
import khabar.language.learned.SparseVector;
import khabar.language.match.Tokens;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Normalizer;
import khabar.language.phrase.PhraseFinder;
import khabar.language.script.LanguageDetector;
import khabar.language.script.Tally;
import khabar.language.subject.SubjectTagger;

/**
 * The front door of the text core: finds language, clean texts, subjects and mentions of a document.
 * Immutable and safe for many threads; equal documents give equal analyses.
 */
public final class TextCore {
    private final Normalizer normalizer = new Normalizer();
    private final LanguageDetector detector = new LanguageDetector();
    private final Vocabulary words;
    private final SubjectTagger tagger;
    private final MentionFinder finder;
    private final Origin origin;

    TextCore(Vocabulary words, SubjectTagger tagger, MentionFinder finder, Origin origin) {
        this.words = words;
        this.tagger = tagger;
        this.finder = finder;
        this.origin = origin;
    }

    /** What a core was made from: a builder that is no one else's, and the version of all that it read. */
    record Origin(TextCoreBuilder builder, String version) {}

    /** The core with the rules and the gazetteer that are shipped with it. */
    public static TextCore shipped() {
        return builder().build();
    }

    /** Makes a core with what is shipped and with names and rules beside it. */
    public static TextCoreBuilder builder() {
        return new TextCoreBuilder();
    }

    /** Makes a core with everything that this one has, and more names and rules. */
    public TextCoreBuilder toBuilder() {
        return origin.builder().copy();
    }

    /** Everything that can be found in the given document. */
    public Analysis analyze(Document document) {
        List<String> originals = document.texts();
        List<NormalizedText> texts = new ArrayList<>(originals.size());
        Tally all = new Tally();
        Tally tally = new Tally();
        for (String original : originals) {
            tally.clear();
            texts.add(normalizer.normalize(original, tally));
            all.add(tally);
        }
        List<Tokens> tokens = Tokens.of(texts, words);
        return new Analysis(
                detector.guess(all, document.claimedLanguage()),
                List.copyOf(texts),
                tokens,
                tagger.subjectsAmong(tokens),
                finder.mentionsAmong(tokens));
    }

    /** The words of headline, lead and body, for who wants nothing else of the given document. */
    public List<Tokens> tokens(Document document) {
        return Tokens.of(document.texts().stream().map(normalizer::normalize).toList(), words);
    }

    /** What a linear model of subjects sees of the given document. */
    public SparseVector subjectFeatures(Document document) {
        return tagger.features(
                document.texts().stream().map(normalizer::normalize).toList());
    }

    /** What finds the mentions, for who wants them alone. */
    public MentionFinder mentionFinder() {
        return finder;
    }

    /** What finds the subjects, for who wants them alone. */
    public SubjectTagger subjectTagger() {
        return tagger;
    }

    /** Makes a finder of the given phrases, for the languages of this core. */
    public PhraseFinder phraseFinder(List<String> phrases) {
        return new PhraseFinder(phrases, words.clitics());
    }

    /** Identifies the rules and the gazetteer in use: equal versions give equal analyses. */
    public String ruleSetVersion() {
        return origin.version();
    }

    /** What the gazetteer knows of an entity; empty for an id that it does not know. */
    public Optional<Entity> entity(String id) {
        return finder.entity(id);
    }

    /** Names of a subject by BCP 47 tag; empty for an unknown code. */
    public Map<String, String> subjectNames(String code) {
        return tagger.names(code);
    }

    /** The codes of the subjects that a subject is part of, the nearest first; none for an unknown code. */
    public List<String> broaderSubjects(String code) {
        return tagger.broader(code);
    }
}
