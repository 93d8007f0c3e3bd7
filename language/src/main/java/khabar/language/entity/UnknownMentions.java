package khabar.language.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.language.english.EnglishNames;
import khabar.language.english.ShortForm;
import khabar.language.match.Tokens;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Span;
import khabar.language.recognize.Body;
import khabar.language.recognize.Coverage;
import khabar.language.recognize.PlacedBodies;
import khabar.language.recognize.Recognizer;
import khabar.language.recognize.UnknownName;

/**
 * Adds the names that the recognizer finds to the mentions of the gazetteer, under provisional ids made
 * of the names. The gazetteer is right wherever both speak. Keeps its room for the next article; for one thread at a
 * time.
 */
final class UnknownMentions {
    private static final String PERSON_ID = "khabar:unknown:person:";
    private static final String PLACE_ID = "khabar:unknown:place:";
    private static final String ORGANISATION_ID = "khabar:unknown:org:";
    private static final double SURNAME_ALONE = 0.6;
    private static final int SHORTEST_SURNAME = 4;
    private static final int SIGNS = 1 << 10;

    private final Recognizer recognizer;
    private final EnglishNames english;
    private final EnglishNames.Rooms rooms = new EnglishNames.Rooms();
    private final Bearers bearers;
    private List<Tokens> texts = List.of();
    private List<Mention> known = List.of();
    /** Of each text what the recognizer finds. */
    private final List<List<UnknownName>> names = new ArrayList<>();

    private final List<List<Body>> bodies = new ArrayList<>();

    private final List<Mention> unknown = new ArrayList<>();
    private final Map<String, Entity> bySurname = new HashMap<>();
    /** Those that are long enough to tell who is meant. */
    private final List<Map.Entry<String, Entity>> surnames = new ArrayList<>();

    private final Coverage covered =
            new Coverage(i -> NameParts.kind(known.get(i).entity().type()));

    /** 1 stands for the signs that any of the surnames has; they are taken away after use. */
    private final byte[] signs = new byte[SIGNS];

    UnknownMentions(Recognizer recognizer, EnglishNames english, Bearers bearers) {
        this.recognizer = recognizer;
        this.english = english;
        this.bearers = bearers;
    }

    /** Forgets the article; answers whether the room that is kept for the next one is not too much. */
    boolean clear() {
        boolean small = bySurname.size() < SIGNS;
        texts = List.of();
        known = List.of();
        names.clear();
        bodies.clear();
        unknown.clear();
        surnames.clear();
        bySurname.clear();
        return small;
    }

    /** All mentions, the known ones and those of the recognizer, and what bears known names. */
    List<Mention> with(List<Mention> knownOnes, Resolver resolver) {
        known = knownOnes;
        texts = resolver.candidates().texts();
        int[] borne = resolver.borne();
        boolean any = borne.length > 0;
        List<ShortForm> shortForms = findNames();
        for (int t = 0; t < texts.size(); t++) {
            any |= !names.get(t).isEmpty() || !bodies.get(t).isEmpty();
        }
        if (!any && shortForms.isEmpty()) {
            return known;
        }
        known = new NameParts(texts, known, names).takeOut();
        coverKnown();
        for (int mask : resolver.masks()) {
            covered.add(resolver.span(mask));
        }
        for (int name : borne) {
            addBearer(resolver, name);
        }
        addBodies();
        addNames(true);
        addNames(false);
        shortForms.forEach(this::addShortForm);
        addSurnames();
        return unknown.isEmpty() ? known : NameParts.merge(known, unknown);
    }

    /** Finds the names of each text; answers the short forms of English ones. */
    private List<ShortForm> findNames() {
        boolean inEnglish = english.areEnglish(texts);
        for (Tokens tokens : texts) {
            List<Body> more = new ArrayList<>();
            bodies.add(more);
            if (!inEnglish) {
                names.add(recognizer.namesIn(tokens, more));
            }
        }
        if (inEnglish) {
            EnglishNames.Found found = english.namesIn(texts, NameParts.known(known), rooms);
            names.addAll(found.names());
            return found.shortForms();
        }
        return List.of();
    }

    private void addShortForm(ShortForm form) {
        Span span = span(form.place());
        Entity entity = NameParts.entityAt(span(form.full()), known, unknown);
        if (entity != null && covered.isFree(span)) {
            put(new Mention(
                    entity, span, written(span), FoundBy.RECOGNIZER, form.confidence(), Mention.TOP_LEVEL, true));
        }
    }

    private Span span(ShortForm.Place place) {
        Tokens tokens = texts.get(place.text());
        return tokens.span(place.text(), tokens.start(place.first()), tokens.end(place.last()));
    }

    private void coverKnown() {
        covered.begin(texts);
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).nestedIn() == Mention.TOP_LEVEL) {
                covered.add(known.get(i).span(), i);
            }
        }
    }

    /** Adds bodies: those that end with the name of a place or of a larger body have that nested in them. */
    private void addBodies() {
        for (int t = 0; t < texts.size(); t++) {
            Tokens tokens = texts.get(t);
            for (Body body : bodies.get(t)) {
                Span around = covered.around(body, tokens, t);
                int last = around == null ? body.end() - 1 : Coverage.lastWord(tokens, body.end(), around);
                if (around != null && !PlacedBodies.isObject(tokens, last + 1)) {
                    UnknownName name = body.upTo(last);
                    int more = tokens.fullEnd(name.last()) - tokens.text().keyIndex(around.end());
                    put(mention(tokens, name, around, more));
                } else if (body.alone()) {
                    add(t, body.upTo(body.end() - 1), tokens.fullEnd(body.end() - 1));
                }
            }
        }
    }

    /** Adds the people who are named in full, or all the others. */
    private void addNames(boolean full) {
        for (int t = 0; t < texts.size(); t++) {
            for (UnknownName name : names.get(t)) {
                if ((name.person() && name.last() > name.first()) == full) {
                    add(t, name);
                }
            }
        }
    }

    private void addBearer(Resolver resolver, int name) {
        Candidates candidates = resolver.candidates();
        Tokens tokens = texts.get(candidates.text(name));
        int first = candidates.token(name);
        int bearer = resolver.bearer(name);
        int last = Bearers.last(tokens, first, candidates.end(name));
        UnknownName named = bearers.named(tokens, bearer, first, last);
        if (named != null) {
            add(candidates.text(name), named, Math.max(candidates.end(name), tokens.end(bearer)));
        }
    }

    private void add(int text, UnknownName name) {
        Tokens tokens = texts.get(text);
        int bearer = name.person() ? bearers.ofPerson(tokens, name.first(), name.last()) : Bearers.NONE;
        UnknownName named = bearer == Bearers.NONE ? name : bearers.named(tokens, bearer, name.first(), name.last());
        if (named != null) {
            add(text, named, tokens.end(named.last()));
        } else {
            covered.add(tokens.span(text, tokens.start(name.first()), tokens.end(name.last())));
        }
    }

    /** Adds a name that ends at the given character of the match key, which may be before an ezafe. */
    private void add(int text, UnknownName name, int end) {
        Tokens tokens = texts.get(text);
        Span span = tokens.span(text, tokens.start(name.first()), end);
        boolean mayHold = !name.person() && Recognizer.isLatinWord(tokens, name.first());
        if (!covered.isFree(span) && !(mayHold && NameParts.holds(span, known, unknown))) {
            return;
        }
        String shown = shown(tokens.text(), span);
        Entity entity = name.person()
                ? person(surname(tokens, name), entity(tokens, name, shown, 0))
                : entity(tokens, name, shown, Math.max(0, tokens.end(name.last()) - end));
        put(mention(tokens.text(), entity, span, name));
    }

    private static Mention mention(NormalizedText text, Entity entity, Span span, UnknownName name) {
        String written = text.original().substring(span.start(), span.end());
        return new Mention(entity, span, written, FoundBy.RECOGNIZER, name.confidence(), Mention.TOP_LEVEL, true);
    }

    private String written(Span span) {
        return texts.get(span.text()).text().original().substring(span.start(), span.end());
    }

    /** The range of the text as people read it: entities are named in correct letters, however they were typed. */
    private static String shown(NormalizedText text, Span span) {
        return text.display().substring(text.displayIndex(span.start()), text.displayIndex(span.end()));
    }

    /** Who has the surname in this article already, unless that is somebody with another first name. */
    private Entity person(String surname, Entity named) {
        Entity first = bySurname.putIfAbsent(surname, named);
        return first == null || !maybeOne(first.id(), named.id()) ? named : first;
    }

    /** Whether one of two names, without the spaces between its words, ends with the other. */
    private static boolean maybeOne(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        String a = one.substring(PERSON_ID.length()).replace("-", "");
        String b = other.substring(PERSON_ID.length()).replace("-", "");
        return a.endsWith(b) || b.endsWith(a);
    }

    /** The last word, together with what a half-space or a hyphen joins to it and with what it is only the end of. */
    private String surname(Tokens tokens, UnknownName name) {
        int first = name.last();
        while (first > name.first() && (tokens.isJoined(first) || isHyphened(tokens, first))) {
            first--;
        }
        String surname = tokens.text().key().substring(tokens.start(first), tokens.fullEnd(name.last()));
        boolean alone = !NameParts.isEndAlone(surname) && recognizer.standsAlone(tokens, name.last());
        return first > name.first() && !alone ? UnknownName.joined(tokens, first - 1, name.last()) : surname;
    }

    private static boolean isHyphened(Tokens tokens, int token) {
        int start = tokens.start(token);
        return start == tokens.fullEnd(token - 1) + 1 && tokens.text().key().charAt(start - 1) == '-';
    }

    /** The entity of a name whose last word is longer than the name by so many letters. */
    private static Entity entity(Tokens tokens, UnknownName name, String shown, int more) {
        String id = name.id(idStart(name.kind()), tokens, more);
        String language = Recognizer.isLatinWord(tokens, name.first()) ? "en" : "fa";
        return new Entity(id, type(name.kind()), Map.of(language, shown));
    }

    /** The mention of a name that nobody has listed, whose last word is longer than the name by so many letters. */
    static Mention mention(Tokens tokens, UnknownName name, Span span, int more) {
        NormalizedText text = tokens.text();
        return mention(text, entity(tokens, name, shown(text, span), more), span, name);
    }

    private static String idStart(UnknownName.Kind kind) {
        return switch (kind) {
            case PERSON -> PERSON_ID;
            case PLACE -> PLACE_ID;
            case ORGANISATION -> ORGANISATION_ID;
        };
    }

    private static EntityType type(UnknownName.Kind kind) {
        return switch (kind) {
            case PERSON -> EntityType.PERSON;
            case PLACE -> EntityType.PLACE;
            case ORGANISATION -> EntityType.ORGANISATION;
        };
    }

    /** Surnames alone, in an article that names their people in full. */
    private void addSurnames() {
        for (Map.Entry<String, Entity> named : bySurname.entrySet()) {
            String surname = named.getKey();
            if (surname.length() >= SHORTEST_SURNAME && !NameParts.isEndAlone(surname)) {
                addSurname(surname, named.getValue());
                String apart = NameParts.apart(surname);
                if (!apart.equals(surname)) {
                    addSurname(apart, named.getValue());
                }
            }
        }
        for (int t = 0; t < texts.size() && !surnames.isEmpty(); t++) {
            addSurnames(t);
        }
        for (int i = 0; i < surnames.size(); i++) {
            signs[sign(surnames.get(i).getKey())] = 0;
        }
    }

    private void addSurname(String surname, Entity entity) {
        surnames.add(Map.entry(surname, entity));
        signs[sign(surname)] = 1;
    }

    /** A number, less than {@link #SIGNS}, that two words seldom share. */
    private static int sign(char first, char third) {
        return first * 31 + third & SIGNS - 1;
    }

    private static int sign(String surname) {
        return sign(surname.charAt(0), surname.charAt(2));
    }

    /** Adds the surnames in a text. */
    private void addSurnames(int text) {
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
                int start = tokens.start(token);
                maybe |= (long) signs[sign(key.charAt(start), key.charAt(start + 2))] << token;
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
                if (name && covered.isFree(span) && bearers.ofPerson(tokens, token, last) == Bearers.NONE) {
                    put(new Mention(
                            surnames.get(i).getValue(),
                            span,
                            written(span),
                            FoundBy.SURNAME,
                            SURNAME_ALONE,
                            Mention.TOP_LEVEL,
                            true));
                }
                return;
            }
        }
    }

    /** The word, of those that make up a surname, that ends where it is said; -1 for none. */
    private static int lastOfName(Tokens tokens, int token, int end) {
        int last = tokens.endOfWord(token);
        while (last + 1 < tokens.size() && tokens.start(last + 1) < end) {
            last = tokens.endOfWord(last + 1);
        }
        return tokens.fullEnd(last) == end ? last : -1;
    }

    private void put(Mention mention) {
        unknown.add(mention);
        covered.add(mention.span());
    }
}
