package khabar.language.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import khabar.language.entity.NameScanner.Candidate;
import khabar.language.match.Tokens;
import khabar.language.normalize.Span;

/** Decides, for one article, which candidates are mentions and of what. */
final class Resolver {
    private static final double SURE = 1.0;
    private static final double LIKELY = 0.9;
    private final Gazetteer gazetteer;
    private final List<Tokens> texts;
    private final ContextWords context;
    private final Candidates candidates;
    private final List<Candidate> found;
    private final NamedEntities named;
    /** Names that something else bears, by their indexes among those chosen. */
    private final BitSet borne = new BitSet();

    private final List<Candidate> bearing = new ArrayList<>();
    /** Nothing is known of full names before. */
    private boolean knowsNamed;

    Resolver(Gazetteer gazetteer, List<Tokens> texts, Candidates candidates) {
        this.gazetteer = gazetteer;
        this.texts = texts;
        this.context = new ContextWords(gazetteer, texts);
        this.candidates = candidates;
        this.found = candidates.found();
        this.named = new NamedEntities(found.size());
    }

    List<Mention> resolve() {
        if (found.isEmpty()) {
            return List.of();
        }
        BitSet weak = weak();
        List<Candidate> chosen = oneEach(weak.isEmpty() ? found : without(weak));
        Nesting nesting = untangle(chosen);
        if (!weak.isEmpty() || candidates.hasShort()) {
            noteNamed(chosen, nesting);
            List<Candidate> more = candidates.shortOf(named);
            boolean changed = strengthen(weak);
            if (changed || !more.isEmpty()) {
                chosen = oneEach(merged(weak.isEmpty() ? found : without(weak), more));
                nesting = untangle(chosen);
            }
        }
        return mentions(chosen, nesting);
    }

    /** The names that something else bears, once all is resolved: they are among no mentions. */
    List<Candidate> borne() {
        return bearing;
    }

    /** Those that would have to stand near a context word and do not, by their indexes. */
    private BitSet weak() {
        BitSet weak = new BitSet();
        for (int i = 0; i < found.size(); i++) {
            Candidate candidate = found.get(i);
            if (gazetteer.is(candidate.name(), Gazetteer.NEAR_CONTEXT) && !context.any(candidate)) {
                weak.set(i);
            }
        }
        return weak;
    }

    /** Takes those out that belong to an entity that is named; answers whether there are any. */
    private boolean strengthen(BitSet weak) {
        boolean any = false;
        for (int i = weak.nextSetBit(0); i >= 0; i = weak.nextSetBit(i + 1)) {
            if (named.contains(gazetteer.entityOf(found.get(i).name()))) {
                weak.clear(i);
                any = true;
            }
        }
        return any;
    }

    private List<Candidate> without(BitSet weak) {
        List<Candidate> strong = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            if (!weak.get(i)) {
                strong.add(found.get(i));
            }
        }
        return strong;
    }

    /** All of both, which are in the order of the text, in that order. */
    private static List<Candidate> merged(List<Candidate> some, List<Candidate> more) {
        List<Candidate> merged = new ArrayList<>(some.size() + more.size());
        int next = 0;
        for (int i = 0; i < some.size(); i++) {
            while (next < more.size() && more.get(next).compareInText(some.get(i)) < 0) {
                merged.add(more.get(next++));
            }
            merged.add(some.get(i));
        }
        merged.addAll(more.subList(next, more.size()));
        return merged;
    }

    private void noteNamed(List<Candidate> chosen, Nesting nesting) {
        knowsNamed = true;
        for (int i = 0; i < chosen.size(); i++) {
            int entity = gazetteer.entityOf(chosen.get(i).name());
            if (entity >= 0 && !nesting.isRejected(i) && !borne.get(i)) {
                named.add(entity);
            }
        }
    }

    /** Of the candidates with the same span, the best one. */
    private List<Candidate> oneEach(List<Candidate> sorted) {
        List<Candidate> best = new ArrayList<>(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            Candidate candidate = sorted.get(i);
            int last = best.size() - 1;
            if (last >= 0 && best.get(last).sameSpan(candidate)) {
                if (isBetter(candidate, best.get(last))) {
                    best.set(last, candidate);
                }
            } else {
                best.add(candidate);
            }
            note(best.get(best.size() - 1));
        }
        return best;
    }

    /** Remembers where the article last gave an entity its full name: its surname alone means the latest one. */
    private void note(Candidate candidate) {
        int entity = gazetteer.entityOf(candidate.name());
        if (entity >= 0 && knowsNamed && !gazetteer.is(candidate.name(), Gazetteer.BESIDE)) {
            named.place(entity, 1 + candidate.text() * (1 << 24) + candidate.start());
        }
    }

    private boolean isBetter(Candidate one, Candidate other) {
        if (gazetteer.entityOf(one.name()) == gazetteer.entityOf(other.name())) {
            return gazetteer.is(other.name(), Gazetteer.BESIDE) && !gazetteer.is(one.name(), Gazetteer.BESIDE);
        }
        int rank = Integer.compare(rank(one), rank(other));
        if (rank == 0) {
            rank = Integer.compare(context.count(one), context.count(other));
        }
        return rank > 0;
    }

    /** Masks first, then names that stand for themselves, then short forms by how lately the full name stood. */
    private int rank(Candidate candidate) {
        if (gazetteer.is(candidate.name(), Gazetteer.MASK)) {
            return Integer.MAX_VALUE;
        }
        if (!gazetteer.is(candidate.name(), Gazetteer.BESIDE)) {
            return Integer.MAX_VALUE - 1;
        }
        return named.lastAt(gazetteer.entityOf(candidate.name()));
    }

    private Nesting untangle(List<Candidate> chosen) {
        Nesting nesting = new Nesting(chosen);
        borne.clear();
        for (int i = 0; i < chosen.size(); i++) {
            if (!nesting.isRejected(i)) {
                judge(i, chosen, nesting);
            }
        }
        return nesting;
    }

    /** Takes out what is no mention of its own because of the names around it. */
    private void judge(int index, List<Candidate> chosen, Nesting nesting) {
        int name = chosen.get(index).name();
        int entity = gazetteer.entityOf(name);
        int sameInside = Nesting.NO_PARENT;
        for (int p = nesting.parent(index); p != Nesting.NO_PARENT; p = nesting.parent(p)) {
            if (borne.get(p)) {
                nesting.reject(index);
                return;
            }
            int outer = chosen.get(p).name();
            int outerEntity = gazetteer.entityOf(outer);
            if (outerEntity == entity && entity >= 0) {
                if (!isShownTwice(entity)) {
                    nesting.reject(index);
                    return;
                }
                if (sameInside != Nesting.NO_PARENT) {
                    nesting.reject(sameInside);
                }
                sameInside = p;
            } else if (gazetteer.is(outer, Gazetteer.OPAQUE | Gazetteer.MASK) || isPerson(outerEntity)) {
                nesting.reject(index);
                return;
            }
        }
        if (entity >= 0 && isBorne(chosen.get(index), gazetteer.typeOf(entity))) {
            borne.set(index);
        }
    }

    private boolean isBorne(Candidate name, EntityType type) {
        if (type != EntityType.PERSON && type != EntityType.PLACE) {
            return false;
        }
        Tokens tokens = texts.get(name.text());
        int first = name.token();
        int last = Bearers.last(tokens, first, name.end());
        Bearers bearers = gazetteer.bearers();
        int bearer = type == EntityType.PERSON
                ? bearers.ofPerson(tokens, first, last)
                : bearers.ofPlace(tokens, first, last);
        return bearer != Bearers.NONE;
    }

    /** A surname within a full name and a country's name within its official name are shown; other short forms not. */
    private boolean isShownTwice(int entity) {
        EntityType type = gazetteer.typeOf(entity);
        return type == EntityType.PERSON || type == EntityType.PLACE;
    }

    private boolean isPerson(int entity) {
        return entity >= 0 && gazetteer.typeOf(entity) == EntityType.PERSON;
    }

    private List<Mention> mentions(List<Candidate> chosen, Nesting nesting) {
        List<Mention> mentions = new ArrayList<>(chosen.size());
        int[] indexes = new int[chosen.size()];
        for (int i = 0; i < chosen.size(); i++) {
            indexes[i] = Mention.TOP_LEVEL;
            if (borne.get(i)) {
                bearing.add(chosen.get(i));
            } else if (!nesting.isRejected(i) && !gazetteer.is(chosen.get(i).name(), Gazetteer.MASK)) {
                int parent = nesting.parent(i);
                indexes[i] = mentions.size();
                mentions.add(mention(
                        chosen.get(i),
                        parent == Nesting.NO_PARENT ? Mention.TOP_LEVEL : indexes[parent],
                        isCounted(i, chosen, nesting)));
            }
        }
        return List.copyOf(mentions);
    }

    private boolean isCounted(int index, List<Candidate> chosen, Nesting nesting) {
        int entity = gazetteer.entityOf(chosen.get(index).name());
        if (!gazetteer.counts(chosen.get(index).name())) {
            return false;
        }
        for (int p = nesting.parent(index); p != Nesting.NO_PARENT; p = nesting.parent(p)) {
            if (gazetteer.entityOf(chosen.get(p).name()) == entity) {
                return false;
            }
        }
        return true;
    }

    private Mention mention(Candidate candidate, int nestedIn, boolean counted) {
        Tokens tokens = texts.get(candidate.text());
        Span span = tokens.span(candidate.text(), candidate.start(), candidate.end());
        Entity entity = gazetteer.entity(gazetteer.entityOf(candidate.name()));
        boolean likely = gazetteer.is(candidate.name(), Gazetteer.BESIDE | Gazetteer.NEAR_CONTEXT);
        return new Mention(
                entity,
                span,
                tokens.text().original().substring(span.start(), span.end()),
                foundBy(candidate.name(), entity),
                likely ? LIKELY : SURE,
                nestedIn,
                counted);
    }

    private FoundBy foundBy(int name, Entity entity) {
        if (gazetteer.is(name, Gazetteer.DEMONYM)) {
            return FoundBy.DEMONYM;
        }
        boolean surname = gazetteer.is(name, Gazetteer.BESIDE) && entity.type() == EntityType.PERSON;
        return surname ? FoundBy.SURNAME : FoundBy.GAZETTEER;
    }
}
