package khabar.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.language.entity.Entity;
import khabar.language.entity.MentionFinder;
import khabar.language.match.Clitics;
import khabar.language.match.Tokens;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Normalizer;
import khabar.language.normalize.Profile;
import khabar.language.recognize.Recognizer;
import khabar.language.script.LanguageDetector;
import khabar.language.subject.SubjectTagger;

/**
 * The front door of the text core: finds language, clean texts, subjects and mentions of a document.
 * Immutable and safe for many threads; equal documents give equal analyses.
 */
public final class TextCore {
    private final Normalizer normalizer = new Normalizer();
    private final LanguageDetector detector = new LanguageDetector();
    private final Clitics clitics;
    private final SubjectTagger tagger;
    private final MentionFinder finder;
    private final String version;

    private TextCore(boolean demonyms) {
        Resources resources = new Resources();
        // Rules are compared by their match keys; nobody reads them in their display form.
        Normalizer keys = new Normalizer(Profile.SEARCH_KEY);
        clitics = Clitics.parse(resources.lines("match/clitics.txt"), keys);
        tagger = new SubjectTagger(keys, clitics, resources.listed("subject/", "files.txt"));
        Map<String, List<String>> files = resources.listed("entity/", "files.txt");
        if (demonyms) {
            files.put(MentionFinder.DEMONYMS, resources.lines("entity/" + MentionFinder.DEMONYMS));
        }
        Recognizer recognizer = new Recognizer(resources.lines("recognize/names.txt"), keys, clitics);
        finder = new MentionFinder(keys, clitics, files, recognizer);
        version = resources.version();
    }

    /** The core with the rules and the gazetteer that are shipped with it. */
    public static TextCore shipped() {
        return new TextCore(false);
    }

    /**
     * The same core, which also shows words such as "Iranian" as mentions of the country, found by
     * {@link khabar.language.entity.FoundBy#DEMONYM} and never counted.
     */
    public static TextCore shippedWithDemonyms() {
        return new TextCore(true);
    }

    /** Everything that can be found in the given document. */
    public Analysis analyze(Document document) {
        List<NormalizedText> texts =
                document.texts().stream().map(normalizer::normalize).toList();
        List<Tokens> tokens =
                texts.stream().map(text -> Tokens.of(text, clitics)).toList();
        return new Analysis(
                detector.detect(String.join("\n", document.texts()), document.claimedLanguage()),
                texts,
                tagger.subjectsAmong(tokens),
                finder.mentionsAmong(tokens));
    }

    /** What finds the mentions, for who wants them alone. */
    public MentionFinder mentionFinder() {
        return finder;
    }

    /** What finds the subjects, for who wants them alone. */
    public SubjectTagger subjectTagger() {
        return tagger;
    }

    /** Identifies the rules and the gazetteer in use: equal versions give equal analyses. */
    public String ruleSetVersion() {
        return version;
    }

    /** What the gazetteer knows of an entity; empty for an id that it does not know. */
    public Optional<Entity> entity(String id) {
        return finder.entity(id);
    }

    /** Names of a subject by BCP 47 tag; empty for an unknown code. */
    public Map<String, String> subjectNames(String code) {
        return tagger.names(code);
    }
}
