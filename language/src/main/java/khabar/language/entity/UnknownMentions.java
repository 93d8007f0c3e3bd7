package khabar.language.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.language.entity.NameScanner.Candidate;
import khabar.language.match.Tokens;
import khabar.language.normalize.Span;
import khabar.language.recognize.Recognizer;
import khabar.language.recognize.UnknownName;

/**
 * Adds the names that the recognizer finds to the mentions of the gazetteer, under provisional ids made
 * of the names. The gazetteer is right wherever both speak.
 */
final class UnknownMentions {
    private static final String PERSON_ID = "khabar:unknown:person:";
    private static final double SURNAME_ALONE = 0.6;
    private static final int SHORTEST_SURNAME = 4;
    private static final int SIGNS = 1 << 10;
    private static final char ARABIC = '\u0600';
    private static final char AFTER_ARABIC = '\u0700';

    private final List<Tokens> texts;
    private List<Mention> known;
    private final Bearers bearers;
    private final List<Mention> unknown = new ArrayList<>();
    private final Map<String, Entity> bySurname = new HashMap<>();
    /** Those that are long enough to tell who is meant. */
    private final List<Map.Entry<String, Entity>> surnames = new ArrayList<>();

    private final BitSet[] covered;

    UnknownMentions(List<Tokens> texts, List<Mention> known, Bearers bearers) {
        this.texts = texts;
        this.known = known;
        this.bearers = bearers;
        covered = new BitSet[texts.size()];
    }

    /** All mentions, those of the recognizer included, and what bears the given known names. */
    List<Mention> with(Recognizer recognizer, List<Candidate> borne) {
        List<List<UnknownName>> names = new ArrayList<>(texts.size());
        boolean any = !borne.isEmpty();
        for (int t = 0; t < texts.size(); t++) {
            List<UnknownName> found = recognizer.namesIn(texts.get(t));
            names.add(found);
            any |= !found.isEmpty();
        }
        if (!any) {
            return known;
        }
        known = withoutParts(names);
        coverKnown();
        borne.forEach(this::addBearer);
        add(names, true);
        add(names, false);
        addSurnames();
        return unknown.isEmpty() ? known : merged();
    }

    /**
     * The known mentions without single words that are only a part of somebody's full name in Latin letters: a surname made
     * of a city is not the city, and a surname is not that of the better known. In an article that names the latter in no
     * other way, that surname alone is not his or hers either.
     */
    private List<Mention> withoutParts(List<List<UnknownName>> names) {
        BitSet parts = parts(names);
        if (parts.isEmpty()) {
            return known;
        }
        Set<String> others = new HashSet<>();
        parts.stream().mapToObj(known::get).filter(UnknownMentions::isPerson).forEach(part -> others.add(id(part)));
        known.stream().filter(mention -> !isWord(mention)).forEach(mention -> others.remove(id(mention)));
        int[] shifted = new int[known.size()];
        List<Mention> rest = new ArrayList<>(known.size());
        for (int i = 0; i < shifted.length; i++) {
            Mention next = known.get(i);
            shifted[i] = rest.size();
            if (!parts.get(i) && !(others.contains(id(next)) && isWord(next))) {
                rest.add(next.nestedIn() == Mention.TOP_LEVEL ? next : within(shifted[next.nestedIn()], next));
            }
        }
        return rest;
    }

    /** The known mentions of one word that lie within longer names of people, by their indexes. */
    private BitSet parts(List<List<UnknownName>> names) {
        BitSet parts = new BitSet();
        int next = 0;
        for (int t = 0; t < texts.size(); t++) {
            Tokens tokens = texts.get(t);
            for (UnknownName name : names.get(t)) {
                if (!name.person() || name.last() == name.first() || !isLatin(tokens, name.first())) {
                    continue;
                }
                Span span = tokens.span(t, tokens.start(name.first()), tokens.end(name.last()));
                while (next < known.size() && compareInText(known.get(next).span(), span) < 0) {
                    next++;
                }
                for (int i = next; i < known.size() && isIn(span, known.get(i).span()); i++) {
                    parts.set(i, isWord(known.get(i)) && !known.get(i).span().equals(span));
                }
            }
        }
        return parts;
    }

    private static boolean isIn(Span outer, Span inner) {
        return inner.text() == outer.text() && inner.end() <= outer.end();
    }

    private static boolean isPerson(Mention mention) {
        return mention.entity().type() == EntityType.PERSON;
    }

    private static String id(Mention mention) {
        return mention.entity().id();
    }

    private static boolean isWord(Mention mention) {
        return mention.nestedIn() == Mention.TOP_LEVEL && mention.surfaceForm().indexOf(' ') < 0;
    }

    private static boolean isLatin(Tokens tokens, int token) {
        char first = tokens.text().key().charAt(tokens.start(token));
        boolean arabic = first >= ARABIC && first < AFTER_ARABIC;
        return !arabic && Character.UnicodeScript.of(first) == Character.UnicodeScript.LATIN;
    }

    private void coverKnown() {
        for (int t = 0; t < texts.size(); t++) {
            covered[t] = new BitSet(texts.get(t).text().original().length());
        }
        for (int i = 0; i < known.size(); i++) {
            cover(known.get(i).span());
        }
    }

    /** Adds the people who are named in full, or all the others. */
    private void add(List<List<UnknownName>> names, boolean full) {
        for (int t = 0; t < texts.size(); t++) {
            for (UnknownName name : names.get(t)) {
                if ((name.person() && name.last() > name.first()) == full) {
                    add(t, name);
                }
            }
        }
    }

    private void addBearer(Candidate name) {
        Tokens tokens = texts.get(name.text());
        int first = name.token();
        int last = Bearers.last(tokens, first, name.end());
        int person = bearers.ofPerson(tokens, first, last);
        int bearer = person == Bearers.NONE ? bearers.ofPlace(tokens, first, last) : person;
        UnknownName named = bearers.named(tokens, bearer, first, last);
        if (named != null) {
            add(name.text(), named, Math.max(name.end(), tokens.end(bearer)));
        }
    }

    private void add(int text, UnknownName name) {
        Tokens tokens = texts.get(text);
        int bearer = name.person() ? bearers.ofPerson(tokens, name.first(), name.last()) : Bearers.NONE;
        UnknownName named = bearer == Bearers.NONE ? name : bearers.named(tokens, bearer, name.first(), name.last());
        if (named != null) {
            add(text, named, tokens.end(named.last()));
        }
    }

    /** Adds a name that ends at the given character of the match key, which may be before an ezafe. */
    private void add(int text, UnknownName name, int end) {
        Tokens tokens = texts.get(text);
        Span span = tokens.span(text, tokens.start(name.first()), end);
        if (!isFree(span)) {
            return;
        }
        Entity entity = name.person()
                ? person(surname(tokens, name), entity(tokens, name, span, 0))
                : entity(tokens, name, span, tokens.end(name.last()) - end);
        put(entity, span, FoundBy.RECOGNIZER, name.confidence());
    }

    /** Who has the surname in this article already, unless that is somebody with another first name. */
    private Entity person(String surname, Entity named) {
        Entity first = bySurname.putIfAbsent(surname, named);
        return first == null || !maybeOne(first.id(), named.id()) ? named : first;
    }

    /** Whether one of two names, without the spaces between its words, ends with the other. */
    private static boolean maybeOne(String one, String other) {
        String a = one.substring(PERSON_ID.length()).replace("-", "");
        String b = other.substring(PERSON_ID.length()).replace("-", "");
        return a.endsWith(b) || b.endsWith(a);
    }

    /** The last word, together with what a half-space or a hyphen joins to it and with what it is only the end of. */
    private static String surname(Tokens tokens, UnknownName name) {
        int first = name.last();
        while (first > name.first() && (tokens.isJoined(first) || isHyphened(tokens, first))) {
            first--;
        }
        String surname = tokens.text().key().substring(tokens.start(first), tokens.fullEnd(name.last()));
        return first > name.first() && GazetteerReader.isEndAlone(surname)
                ? words(tokens, first - 1, name.last(), "")
                : surname;
    }

    private static boolean isHyphened(Tokens tokens, int token) {
        int start = tokens.start(token);
        return start == tokens.fullEnd(token - 1) + 1 && tokens.text().key().charAt(start - 1) == '-';
    }

    /** The entity of a name whose last word is longer than the name by so many letters. */
    private static Entity entity(Tokens tokens, UnknownName name, Span span, int more) {
        String words = words(tokens, name.first(), name.last(), "-");
        String id = "khabar:unknown:" + word(name.kind()) + ":" + words.substring(0, words.length() - more);
        String written = tokens.text().original().substring(span.start(), span.end());
        return new Entity(
                id,
                EntityType.valueOf(name.kind().name()),
                Map.of(isLatin(tokens, name.first()) ? "en" : "fa", written));
    }

    private static String word(UnknownName.Kind kind) {
        return switch (kind) {
            case PERSON -> "person";
            case PLACE -> "place";
            case ORGANISATION -> "org";
        };
    }

    private static String words(Tokens tokens, int first, int last, String between) {
        if (first == last) {
            return tokens.word(first);
        }
        StringBuilder words = new StringBuilder();
        for (int i = first; i <= last; i++) {
            words.append(i > first && !tokens.isJoined(i) ? between : "").append(tokens.word(i));
        }
        return words.toString();
    }

    /** Surnames alone, in an article that names their people in full. */
    private void addSurnames() {
        byte[] known = new byte[SIGNS];
        for (Map.Entry<String, Entity> named : bySurname.entrySet()) {
            String surname = named.getKey();
            if (surname.length() >= SHORTEST_SURNAME && !GazetteerReader.isEndAlone(surname)) {
                surnames.add(named);
                known[sign(surname, 0)] = 1;
            }
        }
        for (int t = 0; t < texts.size() && !surnames.isEmpty(); t++) {
            addSurnames(t, known);
        }
    }

    /** A number, less than {@link #SIGNS}, that two words seldom share. */
    private static int sign(String key, int start) {
        return key.charAt(start) * 31 + key.charAt(start + 2) & SIGNS - 1;
    }

    /** Adds the surnames in a text; 1 stands for the signs that any of them has. */
    private void addSurnames(int text, byte[] known) {
        Tokens tokens = texts.get(text);
        String key = tokens.text().key();
        int size = tokens.size();
        while (size > 0 && key.length() - tokens.start(size - 1) < SHORTEST_SURNAME) {
            size--;
        }
        for (int from = 0; from < size; from += Long.SIZE) {
            int to = Math.min(size, from + Long.SIZE);
            long maybe = 0;
            for (int token = from; token < to; token++) {
                maybe |= (long) known[sign(key, tokens.start(token))] << token;
            }
            for (; maybe != 0; maybe &= maybe - 1) {
                addSurname(text, from + Long.numberOfTrailingZeros(maybe));
            }
        }
    }

    /** Adds the word that begins with the given token if it is one of the surnames. */
    private void addSurname(int text, int token) {
        Tokens tokens = texts.get(text);
        if (tokens.isJoined(token)) {
            return;
        }
        String key = tokens.text().key();
        int start = tokens.start(token);
        for (int i = 0; i < surnames.size(); i++) {
            String surname = surnames.get(i).getKey();
            int last = key.startsWith(surname, start) ? lastOfName(tokens, token, start + surname.length()) : -1;
            if (last >= 0) {
                Span span = tokens.span(text, start, tokens.end(last));
                boolean name = !Character.isLowerCase(tokens.originalAt(start));
                if (name && isFree(span) && bearers.ofPerson(tokens, token, last) == Bearers.NONE) {
                    put(surnames.get(i).getValue(), span, FoundBy.SURNAME, SURNAME_ALONE);
                }
                return;
            }
        }
    }

    /** The word, of those that half-spaces and hyphens join to the given one, that ends where it is said; -1 for none. */
    private static int lastOfName(Tokens tokens, int token, int end) {
        int last = tokens.endOfWord(token);
        while (tokens.fullEnd(last) < end && last + 1 < tokens.size() && isHyphened(tokens, last + 1)) {
            last = tokens.endOfWord(last + 1);
        }
        return tokens.fullEnd(last) == end ? last : -1;
    }

    private boolean isFree(Span span) {
        int taken = covered[span.text()].nextSetBit(span.start());
        return taken < 0 || taken >= span.end();
    }

    private void cover(Span span) {
        covered[span.text()].set(span.start(), span.end());
    }

    private void put(Entity entity, Span span, FoundBy foundBy, double confidence) {
        String surface = texts.get(span.text()).text().original().substring(span.start(), span.end());
        unknown.add(new Mention(entity, span, surface, foundBy, confidence, Mention.TOP_LEVEL, true));
        cover(span);
    }

    /** Both kinds in the order of the text; the indexes of nesting are those of the new order. */
    private List<Mention> merged() {
        unknown.sort((one, other) -> compareInText(one.span(), other.span()));
        Mention[] merged = new Mention[known.size() + unknown.size()];
        int[] shifted = new int[known.size()];
        int u = 0;
        for (int k = 0; k < shifted.length; k++) {
            Mention next = known.get(k);
            while (u < unknown.size() && compareInText(unknown.get(u).span(), next.span()) < 0) {
                merged[k + u] = unknown.get(u++);
            }
            shifted[k] = k + u;
            merged[k + u] =
                    u == 0 || next.nestedIn() == Mention.TOP_LEVEL ? next : within(shifted[next.nestedIn()], next);
        }
        for (; u < unknown.size(); u++) {
            merged[shifted.length + u] = unknown.get(u);
        }
        return List.of(merged);
    }

    private static Mention within(int parent, Mention m) {
        return parent == m.nestedIn()
                ? m
                : new Mention(m.entity(), m.span(), m.surfaceForm(), m.foundBy(), m.confidence(), parent, m.counted());
    }

    /** Earlier ones first; of those that start together the longest. */
    private static int compareInText(Span one, Span other) {
        if (one.text() != other.text()) {
            return Integer.compare(one.text(), other.text());
        }
        return one.start() == other.start()
                ? Integer.compare(other.end(), one.end())
                : Integer.compare(one.start(), other.start());
    }
}
