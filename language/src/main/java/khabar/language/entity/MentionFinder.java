package khabar.language.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.language.match.Clitics;
import khabar.language.match.Tokens;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Normalizer;

/** Finds the mentions of an article. Immutable and safe for many threads. */
public final class MentionFinder {
    private final Clitics clitics;
    private final Gazetteer gazetteer;

    /** The file of words for people and things of places; a finder without it finds none of them. */
    public static final String DEMONYMS = "demonyms.gaz";

    /**
     * A finder of the entities in the given gazetteer files.
     *
     * @param files lines by file name, in the order of their authority: names of the first file that
     *     knows an entity are the preferred ones
     */
    public MentionFinder(Normalizer normalizer, Clitics clitics, Map<String, List<String>> files) {
        this.clitics = clitics;
        GazetteerReader reader = new GazetteerReader(normalizer, clitics);
        files.forEach(reader::read);
        gazetteer = reader.gazetteer();
    }

    /** All mentions in the given texts of one article, in the order of the text. */
    public List<Mention> mentionsIn(List<NormalizedText> texts) {
        return mentionsAmong(
                texts.stream().map(text -> Tokens.of(text, clitics)).toList());
    }

    /** All mentions among the given words of one article, in the order of the text. */
    public List<Mention> mentionsAmong(List<Tokens> texts) {
        List<Candidate> found = new ArrayList<>();
        for (int t = 0; t < texts.size(); t++) {
            new NameScanner(gazetteer, clitics, t, texts.get(t), found).scan();
        }
        return found.isEmpty() ? List.of() : new Resolver(gazetteer, texts).resolve(found);
    }

    /** What the gazetteer knows of an entity; empty for an id that it does not know. */
    public Optional<Entity> entity(String id) {
        return Optional.ofNullable(gazetteer.byId().get(id));
    }

    /** The number of known entities. */
    public int size() {
        return gazetteer.size();
    }
}
