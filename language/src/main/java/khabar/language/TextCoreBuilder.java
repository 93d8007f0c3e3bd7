package khabar.language;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import khabar.language.english.EnglishNames;
import khabar.language.entity.Demonyms;
import khabar.language.entity.GazetteerReader;
import khabar.language.entity.MentionFinder;
import khabar.language.learned.LinearModel;
import khabar.language.match.Clitics;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.Normalizer;
import khabar.language.normalize.Profile;
import khabar.language.recognize.Recognizer;
import khabar.language.rule.BadLine;
import khabar.language.rule.RuleFile;
import khabar.language.subject.SubjectRulesReader;
import khabar.language.subject.SubjectTagger;
import org.jspecify.annotations.Nullable;

/**
 * Makes a text core of the shipped files and of further ones. A line of a further file adds to what is
 * shipped: a new entity, more names of a known one, a phrase that names nothing ({@code mask}), a new
 * subject, or more terms of a known one. A line that says {@code drop} takes what is shipped away first.
 */
public final class TextCoreBuilder {
    private final List<RuleFile> gazetteers = new ArrayList<>();
    private final List<RuleFile> subjectRules = new ArrayList<>();
    private Consumer<BadLine> badLines = RuleFile::refuse;
    private Demonyms demonyms = Demonyms.NONE;
    private byte @Nullable [] subjectModel;

    TextCoreBuilder() {}

    private TextCoreBuilder(TextCoreBuilder other) {
        gazetteers.addAll(other.gazetteers);
        subjectRules.addAll(other.subjectRules);
        badLines = other.badLines;
        demonyms = other.demonyms;
        subjectModel = other.subjectModel;
    }

    /** A builder of its own that would make the same core. */
    TextCoreBuilder copy() {
        return new TextCoreBuilder(this);
    }

    /** Adds a gazetteer file. Its form is described with {@link GazetteerReader}. */
    public TextCoreBuilder gazetteer(RuleFile file) {
        gazetteers.add(file);
        return this;
    }

    /** Adds a file of subject rules. Its form is described with {@link SubjectRulesReader}. */
    public TextCoreBuilder subjectRules(RuleFile file) {
        subjectRules.add(file);
        return this;
    }

    /**
     * Says what becomes of words such as "Iranian"; where they are mentions of the country, they are
     * found by {@link khabar.language.entity.FoundBy#DEMONYM}. Without this they are no mentions.
     */
    public TextCoreBuilder demonyms(Demonyms wanted) {
        demonyms = wanted;
        return this;
    }

    /**
     * Lets a linear model decide the subjects that are its labels; the rules decide the others.
     *
     * @param bytes a model by {@link khabar.language.learned.LinearTrainer}, trained on
     *     {@link TextCore#subjectFeatures}
     */
    public TextCoreBuilder subjectModel(byte[] bytes) {
        subjectModel = bytes.clone();
        return this;
    }

    /**
     * Leaves out lines of the further files that cannot be used, and tells the given consumer of each.
     * Without this, {@link #build} refuses the first of them.
     */
    public TextCoreBuilder leaveOutBadLines(Consumer<BadLine> told) {
        badLines = told;
        return this;
    }

    /**
     * The core.
     *
     * @throws khabar.language.rule.BadLineException for a line that cannot be used, with its file, number and reason
     */
    public TextCore build() {
        Resources resources = new Resources();
        // Rules are compared by their match keys; nobody reads them in their display form.
        Normalizer keys = new Normalizer(Profile.SEARCH_KEY);
        Names names = names(resources, keys, Clitics.parse(resources.lines("match/clitics.txt"), keys));
        Vocabulary words = names.words();
        SubjectTagger tagger = new SubjectTagger(
                readSubjects(resources, keys, words),
                words,
                subjectModel == null ? null : LinearModel.read(subjectModel));
        if (subjectModel != null) {
            resources.note("subject model", List.of(HexFormat.of().formatHex(subjectModel)));
        }
        List<String> shared = resources.lines("recognize/names.txt");
        List<String> lists = new ArrayList<>(shared);
        lists.addAll(resources.lines("recognize/persian.txt"));
        Recognizer recognizer = new Recognizer(lists, resources.lines("recognize/bodies.txt"), keys, words);
        EnglishNames english = EnglishNames.parse(shared, resources.lines("recognize/english.txt"), keys, words);
        MentionFinder finder = new MentionFinder(names.gazetteer(), words, recognizer, english);
        return new TextCore(words, tagger, finder, new TextCore.Origin(copy(), resources.version()));
    }

    private SubjectRulesReader readSubjects(Resources resources, Normalizer keys, Vocabulary words) {
        SubjectRulesReader reader = new SubjectRulesReader(keys, words);
        resources.listed("subject/", "files.txt").forEach(file -> reader.read(file, RuleFile::refuse));
        // What is shipped is dropped before anything is added, so that the order of files does not matter.
        subjectRules.forEach(file -> file.read(reader::readDrop, RuleFile::ignore));
        for (RuleFile file : subjectRules) {
            resources.note("subject rules", file.lines());
            reader.read(file, badLines);
        }
        return reader;
    }

    private Names names(Resources resources, Normalizer keys, Clitics clitics) {
        resources.note("demonyms", List.of(demonyms.name()));
        Names compiled = gazetteers.isEmpty() ? Names.compiled(clitics, demonyms) : null;
        Names names = compiled == null ? Names.fromText(keys, clitics, demonyms, this::readOwnNames) : compiled;
        resources.note("names", List.of(names.version()));
        gazetteers.forEach(file -> resources.note("gazetteer", file.lines()));
        return names;
    }

    private void readOwnNames(GazetteerReader reader) {
        gazetteers.forEach(file -> file.read(reader::readDrop, RuleFile::ignore));
        gazetteers.forEach(file -> file.read(reader::read, badLines));
    }
}
