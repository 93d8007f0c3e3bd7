package khabar.language.entity;

import java.util.List;
import java.util.Optional;
import khabar.language.match.Tokens;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.NormalizedText;
import khabar.language.recognize.Recognizer;
import org.jspecify.annotations.Nullable;

/** Finds the mentions of an article. Immutable and safe for many threads. */
public final class MentionFinder {
    private final Vocabulary words;
    private final Gazetteer gazetteer;
    private final @Nullable Recognizer recognizer;

    /**
     * A finder of known entities, and of unknown names.
     *
     * @param names the gazetteer files that were read, in the order of their authority: names of the
     *     first file that knows an entity are the preferred ones
     * @param recognizer finds names that no file has; null for none
     */
    public MentionFinder(GazetteerReader names, Vocabulary words, @Nullable Recognizer recognizer) {
        this.words = words;
        this.recognizer = recognizer;
        gazetteer = names.gazetteer();
    }

    /** All mentions in the given texts of one article, in the order of the text. */
    public List<Mention> mentionsIn(List<NormalizedText> texts) {
        return mentionsAmong(texts.stream().map(text -> Tokens.of(text, words)).toList());
    }

    /** All mentions among the given words of one article, in the order of the text. */
    public List<Mention> mentionsAmong(List<Tokens> texts) {
        Candidates candidates = new Candidates(gazetteer, texts);
        for (int t = 0; t < texts.size(); t++) {
            new NameScanner(gazetteer, t, texts.get(t), candidates).scan();
        }
        Resolver resolver = new Resolver(gazetteer, texts, candidates);
        List<Mention> known = resolver.resolve();
        return recognizer == null
                ? known
                : new UnknownMentions(texts, known, gazetteer.bearers()).with(recognizer, resolver.borne());
    }

    /** What the gazetteer knows of an entity; empty for an id that it does not know. */
    public Optional<Entity> entity(String id) {
        return Optional.ofNullable(gazetteer.find(id));
    }

    /** The number of known entities. */
    public int size() {
        return gazetteer.size();
    }
}
