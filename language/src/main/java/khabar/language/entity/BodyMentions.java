package khabar.language.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import khabar.language.match.Tokens;
import khabar.language.normalize.Span;
import khabar.language.recognize.PlacedBodies;
import khabar.language.recognize.UnknownName;

/**
 * Adds bodies whose names end on the known name of a place. The place counts within them, as it would within a name
 * that is listed; an Iranian ministry does not where the place makes it another country's. For one thread at a time.
 */
final class BodyMentions {
    /** Iran, whose ministries are those that are called by no country. */
    private static final String HOME = "Q794";
    /** The word for a ministry. */
    private static final String MINISTRY = "\u0648\u0632\u0627\u0631\u062a";

    private final PlacedBodies bodies;
    private List<Mention> mentions = List.of();
    /** The new ones, in the order of the text. */
    private final List<Mention> found = new ArrayList<>();

    BodyMentions(PlacedBodies bodies) {
        this.bodies = bodies;
    }

    /** The mentions of an article, in the order of the text, with those of bodies among them. */
    List<Mention> with(List<Mention> others, Resolver resolver) {
        mentions = others;
        Candidates candidates = resolver.candidates();
        for (int place : resolver.places()) {
            Tokens tokens = candidates.texts().get(candidates.text(place));
            int first = candidates.token(place);
            if (bodies.mayEndOn(tokens, first)) {
                add(tokens, first, candidates, place);
            }
        }
        List<Mention> all = found.isEmpty() ? mentions : merged();
        found.clear();
        mentions = List.of();
        return all;
    }

    private void add(Tokens tokens, int first, Candidates candidates, int place) {
        int end = candidates.end(place);
        UnknownName name = bodies.endingOn(tokens, first, Bearers.last(tokens, first, end));
        if (name == null) {
            return;
        }
        Span whole = tokens.span(candidates.text(place), tokens.start(name.first()), end);
        boolean ministry = tokens.word(name.first()).equals(MINISTRY);
        int last = found.size() - 1;
        Mention before = last < 0 ? null : found.get(last);
        if (before != null && whole.contains(before.span())) {
            found.remove(last);
            before = null;
        }
        boolean crosses = before != null && before.span().overlaps(whole);
        if (!crosses && mayHold(whole, ministry)) {
            found.add(UnknownMentions.mention(tokens, name, whole, Math.max(0, tokens.end(name.last()) - end)));
        }
    }

    /** Whether no mention stands in the way: the same, a person, one that goes beyond, or a known body that begins with it. */
    private boolean mayHold(Span whole, boolean ministry) {
        Mention place = mentions.get(0);
        Mention first = place;
        for (Mention mention : mentions) {
            if (mention.span().overlaps(whole)) {
                if (!whole.strictlyContains(mention.span()) || mention.entity().type() == EntityType.PERSON) {
                    return false;
                }
                first = mention.span().start() == whole.start() ? mention : first;
                place = mention.nestedIn() == Mention.TOP_LEVEL ? mention : place;
            }
        }
        return first.span().start() != whole.start()
                || first.span().text() != whole.text()
                || first.foundBy() == FoundBy.RECOGNIZER
                || ministry && !place.entity().id().equals(HOME);
    }

    /** What begins as a body does was a part of its name, cut too early. */
    private List<Mention> merged() {
        BitSet cut = new BitSet();
        for (int i = 0; i < mentions.size(); i++) {
            for (Mention body : found) {
                if (body.span().contains(mentions.get(i).span())
                        && body.span().start() == mentions.get(i).span().start()) {
                    cut.set(i);
                }
            }
        }
        return NameParts.merge(NameParts.without(cut, mentions), found);
    }
}
