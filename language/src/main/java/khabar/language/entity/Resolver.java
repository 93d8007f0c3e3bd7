package khabar.language.entity;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import khabar.language.match.TokenTrie;
import khabar.language.match.Tokens;
import khabar.language.normalize.Span;

/**
 * Decides, for one article after the other, which candidates are mentions and of what. Keeps its room for the next
 * article; for one thread at a time.
 */
final class Resolver {
    private static final double SURE = 1.0;
    private static final double LIKELY = 0.9;
    /** Marks candidates that would have to stand near a context word and do not. */
    private static final int WEAK = 1;
    /** Marks names that something else bears. */
    private static final int BORNE = 1 << 1;

    /** Room for more is given back. */
    private static final int MOST_ROOM = 1 << 16;

    private static final int[] NONE = new int[0];

    private final Gazetteer gazetteer;
    private final Candidates candidates;
    private final ContextWords context;
    private final NamedEntities named = new NamedEntities();
    private final Nesting nesting;
    private final long[] paths = new long[Long.SIZE];
    /** Of the candidates with the same span the best one, in the order of the text. */
    private int[] chosen = NONE;

    private int count;
    /** Nothing is known of full names before. */
    private boolean knowsNamed;

    Resolver(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        candidates = new Candidates(gazetteer);
        context = new ContextWords(gazetteer, candidates);
        nesting = new Nesting(candidates);
    }

    /** The mentions of the known names that stand in the given texts of one article. */
    List<Mention> resolve(List<Tokens> texts) {
        candidates.begin(texts);
        for (int t = 0; t < texts.size(); t++) {
            candidates.beginText(t);
            new NameScanner(gazetteer, texts.get(t), candidates, paths).scan();
        }
        count = 0;
        return candidates.size() == 0 ? List.of() : resolve();
    }

    /** Forgets the article; answers whether the room that is kept for the next one is not too much. */
    boolean clear() {
        candidates.begin(List.of());
        return candidates.room() < MOST_ROOM;
    }

    /** What was found in the article. */
    Candidates candidates() {
        return candidates;
    }

    private List<Mention> resolve() {
        int found = candidates.size();
        knowsNamed = false;
        chosen = withRoom(chosen, found);
        boolean anyWeak = false;
        for (int i = 0; i < found; i++) {
            if (candidates.is(i, Gazetteer.NEAR_CONTEXT) && !context.any(i)) {
                candidates.mark(i, WEAK, true);
                anyWeak = true;
            } else {
                choose(i);
            }
        }
        untangle();
        if (anyWeak || candidates.hasShort()) {
            noteNamed();
            candidates.addShortOf(named);
            boolean changed = anyWeak && strengthen(found);
            if (changed || candidates.size() > found) {
                chooseAmongAll(found);
                untangle();
            }
        }
        takeLists();
        return mentions();
    }

    /** In "the provinces of Tehran and Isfahan", both are provinces: what a list goes on with is what it begins with. */
    private void takeLists() {
        int before = TokenTrie.NONE;
        int last = 0;
        for (int i = 0; i < count; i++) {
            if (nesting.isRejected(i) || nesting.parent(i) != Nesting.NO_PARENT) {
                continue;
            }
            int candidate = chosen[i];
            if (before != TokenTrie.NONE && candidates.isNextOfList(last, candidate)) {
                chosen[i] = candidates.addBehind(before, candidate);
                before = candidates.is(chosen[i], Gazetteer.OF_PLACE) ? before : TokenTrie.NONE;
            } else {
                before = candidates.plural(candidate);
            }
            last = candidate;
        }
    }

    private static int[] withRoom(int[] room, int size) {
        return room.length < size ? new int[size + (size >> 1)] : room;
    }

    /** The names that something else bears, once all is resolved: they are among no mentions. */
    int[] borne() {
        return chosen(i -> candidates.isMarked(chosen[i], BORNE));
    }

    /** The phrases that name nothing, once all is resolved. */
    int[] masks() {
        return chosen(i -> candidates.is(chosen[i], Gazetteer.MASK) && !nesting.isRejected(i));
    }

    /** The names of places that lie in no others, once all is resolved, in the order of the text. */
    int[] places() {
        return chosen(i -> candidates.is(chosen[i], Gazetteer.OF_PLACE)
                && !candidates.is(chosen[i], Gazetteer.DEMONYM | Gazetteer.MASK)
                && !candidates.isMarked(chosen[i], BORNE)
                && !nesting.isRejected(i)
                && nesting.parent(i) == Nesting.NO_PARENT);
    }

    private int[] chosen(IntPredicate wanted) {
        int[] found = NONE;
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (wanted.test(i)) {
                found = size == 0 ? new int[count - i] : found;
                found[size++] = chosen[i];
            }
        }
        return size == found.length ? found : Arrays.copyOf(found, size);
    }

    /** Takes the mark from weak ones of an entity that is named; answers whether there are any. */
    private boolean strengthen(int found) {
        boolean any = false;
        for (int i = 0; i < found; i++) {
            if (candidates.isMarked(i, WEAK) && named.contains(candidates.entity(i))) {
                candidates.mark(i, WEAK, false);
                any = true;
            }
        }
        return any;
    }

    /** Chooses anew among those found first, so many and in the order of the text, and those that came later. */
    private void chooseAmongAll(int found) {
        int[] more = moreInOrder(found);
        chosen = withRoom(chosen, candidates.size());
        count = 0;
        int next = 0;
        for (int i = 0; i < found; i++) {
            if (!candidates.isMarked(i, WEAK)) {
                while (next < more.length && candidates.isBefore(more[next], i)) {
                    choose(more[next++]);
                }
                choose(i);
            }
        }
        while (next < more.length) {
            choose(more[next++]);
        }
    }

    /** Those from the given one on, which are in order but for few. */
    private int[] moreInOrder(int from) {
        int[] order = new int[candidates.size() - from];
        for (int i = 0; i < order.length; i++) {
            int at = i;
            while (at > 0 && candidates.isBefore(from + i, order[at - 1])) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = from + i;
        }
        return order;
    }

    private void noteNamed() {
        knowsNamed = true;
        named.clear(candidates.size());
        for (int i = 0; i < count; i++) {
            int entity = candidates.entity(chosen[i]);
            if (entity >= 0 && !nesting.isRejected(i) && !candidates.isMarked(chosen[i], BORNE)) {
                named.add(entity);
            }
        }
    }

    /** Takes the next candidate in the order of the text, unless there is a better one with the same span. */
    private void choose(int candidate) {
        int last = count - 1;
        if (last < 0 || !candidates.sameSpan(chosen[last], candidate)) {
            chosen[count++] = candidate;
        } else if (isBetter(candidate, chosen[last])) {
            chosen[last] = candidate;
        }
        if (knowsNamed) {
            note(chosen[count - 1]);
        }
    }

    /** Remembers where the article last gave an entity its full name: its surname alone means the latest one. */
    private void note(int candidate) {
        int entity = candidates.entity(candidate);
        if (entity >= 0 && !candidates.is(candidate, Gazetteer.BESIDE)) {
            named.place(entity, 1 + candidates.text(candidate) * (1 << 24) + candidates.start(candidate));
        }
    }

    private boolean isBetter(int one, int other) {
        if (candidates.entity(one) == candidates.entity(other)) {
            return candidates.is(other, Gazetteer.BESIDE) && !candidates.is(one, Gazetteer.BESIDE);
        }
        int rank = Integer.compare(rank(one), rank(other));
        if (rank == 0) {
            rank = Integer.compare(context.count(one), context.count(other));
        }
        return rank > 0;
    }

    /** Masks first, then names that stand for themselves, then short forms by how lately the full name stood. */
    private int rank(int candidate) {
        if (candidates.is(candidate, Gazetteer.MASK)) {
            return Integer.MAX_VALUE;
        }
        return candidates.is(candidate, Gazetteer.BESIDE)
                ? named.lastAt(candidates.entity(candidate))
                : Integer.MAX_VALUE - 1;
    }

    private void untangle() {
        nesting.nest(chosen, count);
        for (int i = 0; i < count; i++) {
            candidates.mark(chosen[i], BORNE, false);
            if (!nesting.isRejected(i)) {
                judge(i);
            }
        }
    }

    /** Takes out what is no mention of its own because of the names around it. */
    private void judge(int index) {
        int candidate = chosen[index];
        int entity = candidates.entity(candidate);
        int sameInside = Nesting.NO_PARENT;
        for (int p = nesting.parent(index); p != Nesting.NO_PARENT; p = nesting.parent(p)) {
            int outer = chosen[p];
            if (candidates.isMarked(outer, BORNE)) {
                nesting.reject(index);
                return;
            }
            if (candidates.entity(outer) == entity && entity >= 0) {
                if (!isShownTwice(candidate)) {
                    nesting.reject(index);
                    return;
                }
                if (sameInside != Nesting.NO_PARENT) {
                    nesting.reject(sameInside);
                }
                sameInside = p;
            } else if (candidates.is(outer, Gazetteer.OPAQUE | Gazetteer.MASK | Gazetteer.OF_PERSON)
                    || isBegunBy(outer, candidate)) {
                nesting.reject(index);
                return;
            }
        }
        if (bearer(candidate) != Bearers.NONE) {
            candidates.mark(candidate, BORNE, true);
        }
    }

    /** Whether both are organisations and begin together: "the central bank" within "the central bank of Spain" is none. */
    private boolean isBegunBy(int outer, int candidate) {
        return candidates.start(outer) == candidates.start(candidate)
                && isOrganisation(outer)
                && isOrganisation(candidate);
    }

    private boolean isOrganisation(int candidate) {
        int entity = candidates.entity(candidate);
        return entity >= 0 && gazetteer.type(entity) == EntityType.ORGANISATION;
    }

    /** The word for what bears the candidate's name, or {@link Bearers#NONE}. */
    int bearer(int candidate) {
        if (!candidates.is(candidate, Gazetteer.OF_PERSON | Gazetteer.OF_PLACE)) {
            return Bearers.NONE;
        }
        Tokens tokens = candidates.texts().get(candidates.text(candidate));
        int first = candidates.token(candidate);
        int last = Bearers.last(tokens, first, candidates.end(candidate));
        return candidates.is(candidate, Gazetteer.OF_PERSON)
                ? gazetteer.bearers().ofPerson(tokens, first, last)
                : gazetteer.bearers().ofPlace(tokens, first, last);
    }

    /** A surname within a full name and a country's name within its official name are shown; other short forms not. */
    private boolean isShownTwice(int candidate) {
        return candidates.is(candidate, Gazetteer.OF_PERSON | Gazetteer.OF_PLACE);
    }

    private List<Mention> mentions() {
        Mention[] mentions = new Mention[count];
        int[] indexes = new int[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            indexes[i] = Mention.TOP_LEVEL;
            int candidate = chosen[i];
            if (!nesting.isRejected(i)
                    && !candidates.isMarked(candidate, BORNE)
                    && !candidates.is(candidate, Gazetteer.MASK)) {
                int parent = nesting.parent(i);
                int nestedIn = parent == Nesting.NO_PARENT ? Mention.TOP_LEVEL : indexes[parent];
                indexes[i] = size;
                mentions[size++] = mention(candidate, nestedIn, isCounted(i, parent));
            }
        }
        return List.of(size == count ? mentions : Arrays.copyOf(mentions, size));
    }

    private boolean isCounted(int index, int parent) {
        if (!gazetteer.countsDemonyms() && candidates.is(chosen[index], Gazetteer.DEMONYM)) {
            return false;
        }
        int entity = candidates.entity(chosen[index]);
        for (int p = parent; p != Nesting.NO_PARENT; p = nesting.parent(p)) {
            if (candidates.entity(chosen[p]) == entity) {
                return false;
            }
        }
        return true;
    }

    /** Where the candidate stands in the original. */
    Span span(int candidate) {
        int text = candidates.text(candidate);
        return candidates.texts().get(text).span(text, candidates.start(candidate), candidates.end(candidate));
    }

    private Mention mention(int candidate, int nestedIn, boolean counted) {
        Tokens tokens = candidates.texts().get(candidates.text(candidate));
        Span span = span(candidate);
        boolean likely = candidates.is(candidate, Gazetteer.BESIDE | Gazetteer.NEAR_CONTEXT);
        return new Mention(
                gazetteer.entity(candidates.entity(candidate)),
                span,
                tokens.text().original().substring(span.start(), span.end()),
                foundBy(candidate),
                likely ? LIKELY : SURE,
                nestedIn,
                counted);
    }

    private FoundBy foundBy(int candidate) {
        if (candidates.is(candidate, Gazetteer.DEMONYM)) {
            return FoundBy.DEMONYM;
        }
        boolean surname = candidates.is(candidate, Gazetteer.BESIDE) && candidates.is(candidate, Gazetteer.OF_PERSON);
        return surname ? FoundBy.SURNAME : FoundBy.GAZETTEER;
    }
}
