package khabar.language.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import khabar.language.match.Tokens;
import khabar.language.normalize.Span;
import khabar.language.recognize.Recognizer;
import khabar.language.recognize.UnknownName;

/**
 * Adds the names that the recognizer finds to the mentions of the gazetteer, under provisional ids made
 * of the names. The gazetteer is right wherever both speak.
 */
final class UnknownMentions {
    private static final double SURNAME_ALONE = 0.6;
    private static final int SHORTEST_SURNAME = 4;

    private final List<Tokens> texts;
    private final List<Mention> known;
    private final List<Mention> unknown = new ArrayList<>();
    private final Map<String, Entity> bySurname = new TreeMap<>();
    private final BitSet[] covered;

    UnknownMentions(List<Tokens> texts, List<Mention> known) {
        this.texts = texts;
        this.known = known;
        covered = new BitSet[texts.size()];
        Arrays.setAll(covered, text -> new BitSet());
        for (int i = 0; i < known.size(); i++) {
            cover(known.get(i).span());
        }
    }

    /** All mentions, those of the recognizer included. */
    List<Mention> with(Recognizer recognizer) {
        List<List<UnknownName>> names = new ArrayList<>(texts.size());
        for (Tokens tokens : texts) {
            names.add(recognizer.namesIn(tokens));
        }
        for (int t = 0; t < texts.size(); t++) {
            for (UnknownName name : names.get(t)) {
                if (name.person() && name.last() > name.first()) {
                    add(t, name);
                }
            }
        }
        for (int t = 0; t < texts.size(); t++) {
            for (UnknownName name : names.get(t)) {
                if (!name.person() || name.last() == name.first()) {
                    add(t, name);
                }
            }
        }
        addSurnames();
        return unknown.isEmpty() ? known : merged();
    }

    private void add(int text, UnknownName name) {
        Tokens tokens = texts.get(text);
        Span span = tokens.span(text, tokens.start(name.first()), tokens.end(name.last()));
        if (!isFree(span)) {
            return;
        }
        Entity entity = name.person()
                ? bySurname.computeIfAbsent(surname(tokens, name), surname -> entity(tokens, name, span))
                : entity(tokens, name, span);
        put(entity, span, FoundBy.RECOGNIZER, name.confidence());
    }

    /** The last word, together with what a half-space joins to it. */
    private static String surname(Tokens tokens, UnknownName name) {
        int first = name.last();
        while (first > name.first() && tokens.isJoined(first)) {
            first--;
        }
        return words(tokens, first, name.last(), "");
    }

    private static Entity entity(Tokens tokens, UnknownName name, Span span) {
        String id = "khabar:unknown:" + word(name.kind()) + ":" + words(tokens, name.first(), name.last(), "-");
        String written = tokens.text().original().substring(span.start(), span.end());
        char first = tokens.text().key().charAt(tokens.start(name.first()));
        return new Entity(
                id,
                EntityType.valueOf(name.kind().name()),
                Map.of(Character.UnicodeScript.of(first) == Character.UnicodeScript.LATIN ? "en" : "fa", written));
    }

    private static String word(UnknownName.Kind kind) {
        return kind == UnknownName.Kind.ORGANISATION ? "org" : kind.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Tokens tokens, int first, int last, String between) {
        StringBuilder words = new StringBuilder();
        for (int i = first; i <= last; i++) {
            words.append(i > first && !tokens.isJoined(i) ? between : "").append(tokens.word(i));
        }
        return words.toString();
    }

    /** Surnames alone, in an article that names their people in full. */
    private void addSurnames() {
        bySurname.keySet().removeIf(surname -> surname.length() < SHORTEST_SURNAME);
        long signs = 0;
        for (String surname : bySurname.keySet()) {
            signs |= sign(surname.length(), surname.charAt(0));
        }
        for (int t = 0; t < texts.size() && !bySurname.isEmpty(); t++) {
            Tokens tokens = texts.get(t);
            for (int i = 0; i < tokens.size(); i++) {
                if (!tokens.isJoined(i)) {
                    addSurname(t, tokens, i, signs);
                }
            }
        }
    }

    /** A bit that surnames of another length or with another first letter seldom have. */
    private static long sign(int length, char first) {
        return 1L << length * 11 + first;
    }

    /** Adds the word if it is a surname, of which the signs are given. */
    private void addSurname(int text, Tokens tokens, int token, long signs) {
        int last = token;
        while (last + 1 < tokens.size() && tokens.isJoined(last + 1)) {
            last++;
        }
        int start = tokens.start(token);
        String key = tokens.text().key();
        if ((signs & sign(tokens.fullEnd(last) - start, key.charAt(start))) == 0) {
            return;
        }
        for (Map.Entry<String, Entity> entry : bySurname.entrySet()) {
            String surname = entry.getKey();
            if (surname.length() == tokens.fullEnd(last) - start && key.startsWith(surname, start)) {
                Span span = tokens.span(text, start, tokens.end(last));
                if (isFree(span)) {
                    put(entry.getValue(), span, FoundBy.SURNAME, SURNAME_ALONE);
                }
            }
        }
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
        List<Mention> all = new ArrayList<>(known);
        all.addAll(unknown);
        all.sort((one, other) -> compareInText(one.span(), other.span()));
        int[] shifted = new int[known.size()];
        for (int i = 0, k = 0; i < all.size(); i++) {
            if (k < known.size() && all.get(i) == known.get(k)) {
                shifted[k++] = i;
            }
        }
        List<Mention> merged = new ArrayList<>(all.size());
        for (Mention m : all) {
            int parent = m.nestedIn() == Mention.TOP_LEVEL ? Mention.TOP_LEVEL : shifted[m.nestedIn()];
            merged.add(
                    parent == m.nestedIn()
                            ? m
                            : new Mention(
                                    m.entity(),
                                    m.span(),
                                    m.surfaceForm(),
                                    m.foundBy(),
                                    m.confidence(),
                                    parent,
                                    m.counted()));
        }
        return List.copyOf(merged);
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
