package khabar.language.entity;

import java.util.ArrayList;
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
        if (before != null && isIn(whole, before.span())) {
            found.remove(last);
            before = null;
        }
        boolean crosses = before != null && before.span().text() == whole.text() && overlap(before.span(), whole);
        if (!crosses && mayHold(whole, ministry)) {
            found.add(UnknownMentions.mention(tokens, name, whole, Math.max(0, tokens.end(name.last()) - end)));
        }
    }

    /** Whether no mention stands in the way: the same, a person, one that goes beyond, or a known body that begins with it. */
    private boolean mayHold(Span whole, boolean ministry) {
        Mention place = mentions.get(0);
        Mention first = place;
        for (Mention mention : mentions) {
            if (mention.span().text() == whole.text() && overlap(mention.span(), whole)) {
                if (mention.span().start() < whole.start()
                        || mention.span().end() > whole.end()
                        || mention.span().equals(whole)
                        || mention.entity().type() == EntityType.PERSON) {
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

    private static boolean overlap(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private List<Mention> merged() {
        List<Mention> merged = new ArrayList<>(mentions.size() + found.size());
        int[] shifted = new int[mentions.size()];
        int next = 0;
        int open = Mention.TOP_LEVEL;
        for (int i = 0; i < shifted.length; i++) {
            Mention mention = mentions.get(i);
            if (next < found.size() && NameParts.compareInText(found.get(next).span(), mention.span()) <= 0) {
                open = merged.size();
                merged.add(found.get(next++));
            }
            open = open != Mention.TOP_LEVEL && isIn(merged.get(open).span(), mention.span())
                    ? open
                    : Mention.TOP_LEVEL;
            shifted[i] = merged.size();
            if (open != Mention.TOP_LEVEL
                    && mention.span().start() == merged.get(open).span().start()) {
                shifted[i] = open;
            } else {
                int parent = mention.nestedIn() == Mention.TOP_LEVEL ? open : shifted[mention.nestedIn()];
                merged.add(NameParts.within(parent, mention));
            }
        }
        return List.copyOf(merged);
    }

    private static boolean isIn(Span outer, Span inner) {
        return outer.text() == inner.text() && inner.start() >= outer.start() && inner.end() <= outer.end();
    }
}
