package khabar.language.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import khabar.language.english.EnglishNames.KnownName;
import khabar.language.match.Tokens;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Span;
import khabar.language.recognize.Recognizer;
import khabar.language.recognize.UnknownName;
import khabar.language.script.Chars;
import org.jspecify.annotations.Nullable;

/**
 * What is only a part of a longer name. A surname made of a city is not the city, and a surname is not that of the better
 * known; a person in the name of an organisation is not the person; places and organisations within such a name are
 * mentions in it. In Arabic letters this holds of people alone, at the end of the longer name: a first name stands before
 * a town by accident.
 */
final class NameParts {
    /** Ends of surnames that some write apart: alone they name nobody. */
    private static final Set<String> ENDS = Set.of(
            "\u0632\u0627\u062f\u0647", // zadeh
            "\u0646\u0698\u0627\u062f", // nejad
            "\u067e\u0648\u0631", // pour
            "\u0646\u06cc\u0627", // nia
            "\u0641\u0631", // far
            "\u0648\u0646\u062f", // vand
            "\u062a\u0628\u0627\u0631", // tabar
            "\u0646\u0633\u0628", // nasab
            "\u0645\u0646\u0634", // manesh
            "\u0627\u0644\u0644\u0647", // -ollah
            "\u0627\u0644\u0644\u0647\u06cc"); // -ollahi

    private final List<Tokens> texts;
    private List<Mention> known;
    /** Of each text what the recognizer finds. */
    private final List<List<UnknownName>> names;

    NameParts(List<Tokens> texts, List<Mention> known, List<List<UnknownName>> names) {
        this.texts = texts;
        this.known = known;
        this.names = names;
    }

    /**
     * The known mentions without such words. In an article that names somebody better known in no other way than by a
     * surname that is part of another name, that surname alone is not his or hers either.
     */
    List<Mention> takeOut() {
        BitSet parts = parts();
        if (parts.isEmpty()) {
            return known;
        }
        Set<String> others = new HashSet<>();
        parts.stream().mapToObj(known::get).filter(NameParts::isPerson).forEach(part -> others.add(id(part)));
        known.stream().filter(mention -> !isWord(mention)).forEach(mention -> others.remove(id(mention)));
        for (int i = 0; i < known.size(); i++) {
            if (others.contains(id(known.get(i))) && isWord(known.get(i))) {
                parts.set(i);
            }
        }
        return without(parts, known);
    }

    /** The mentions but for those with the given indexes; what lies in one of these lies in what that lay in. */
    static List<Mention> without(BitSet indexes, List<Mention> mentions) {
        int[] shifted = new int[mentions.size()];
        List<Mention> rest = new ArrayList<>(mentions.size());
        for (int i = 0; i < shifted.length; i++) {
            Mention next = mentions.get(i);
            int parent = next.nestedIn() == Mention.TOP_LEVEL ? Mention.TOP_LEVEL : shifted[next.nestedIn()];
            shifted[i] = indexes.get(i) ? parent : rest.size();
            if (!indexes.get(i)) {
                rest.add(within(parent, next));
            }
        }
        return rest;
    }

    /** The mentions but for those within any of the spans. */
    static List<Mention> outside(List<Span> spans, List<Mention> mentions) {
        BitSet within = new BitSet();
        for (Span span : spans) {
            for (int i = 0; i < mentions.size(); i++) {
                within.set(i, within.get(i) || span.contains(mentions.get(i).span()));
            }
        }
        return within.isEmpty() ? mentions : List.copyOf(without(within, mentions));
    }

    /**
     * The known mentions of one word within longer names of people, and of people within others, by their indexes. A surname
     * behind another spelling of its bearer's first name {@link #grow grows} instead.
     */
    private BitSet parts() {
        BitSet parts = new BitSet();
        int next = 0;
        for (int t = 0; t < texts.size(); t++) {
            Tokens tokens = texts.get(t);
            for (UnknownName name : names.get(t)) {
                boolean latin = Recognizer.isLatinWord(tokens, name.first());
                if (name.last() == name.first() || !latin && !name.person()) {
                    continue;
                }
                Span span = tokens.span(t, tokens.start(name.first()), tokens.end(name.last()));
                while (next < known.size() && compareInText(known.get(next).span(), span) < 0) {
                    next++;
                }
                for (int i = next;
                        i < known.size() && span.contains(known.get(i).span());
                        i++) {
                    boolean part = name.person() ? isWord(known.get(i)) : isPerson(known.get(i));
                    if (part && !known.get(i).span().equals(span)) {
                        parts.set(i, latin || isOther(i, tokens, span));
                    }
                }
            }
        }
        return parts;
    }

    /**
     * Whether the known mention is the surname of another person with the longer name, in Persian. Of the same one with
     * a first name in another spelling the mention grows to that name.
     */
    private boolean isOther(int index, Tokens tokens, Span span) {
        Mention surname = known.get(index);
        boolean ends = isPerson(surname) && surname.span().end() == span.end();
        if (!ends || index > 0 && known.get(index - 1).span().overlaps(span)) {
            return false;
        }
        String full = surname.entity().names().getOrDefault("fa", "");
        int space = full.lastIndexOf(' ');
        NormalizedText text = tokens.text();
        String given = letters(text.key()
                .substring(
                        text.keyIndex(span.start()),
                        text.keyIndex(surname.span().start())));
        boolean same = space > 0 && maybeOne(given, letters(full.substring(0, space)));
        if (same) {
            grow(index, span, text.original().substring(span.start(), span.end()));
        }
        return space > 0 && !same;
    }

    /** Lets a known mention have the longer span; the others keep their indexes. */
    private void grow(int index, Span span, String written) {
        Mention m = known.get(index);
        known = new ArrayList<>(known);
        known.set(
                index,
                new Mention(m.entity(), span, written, m.foundBy(), m.confidence(), Mention.TOP_LEVEL, m.counted()));
    }

    /** The letters of a name, without spaces and half-spaces, and without the hamzas that some leave out. */
    private static String letters(String name) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetter(c)) {
                letters.append(c == Chars.YEH_HAMZA ? Chars.FARSI_YEH : c == Chars.WAW_HAMZA ? Chars.WAW : c);
            }
        }
        return letters.toString();
    }

    /** Whether two first names may be one: one is a part of the other, or only their last letters differ. */
    private static boolean maybeOne(String one, String other) {
        int last = one.length() - 1;
        return one.endsWith(other)
                || one.startsWith(other)
                || other.endsWith(one)
                || other.startsWith(one)
                || last >= 3 && last == other.length() - 1 && one.startsWith(other.substring(0, last));
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

    /** The names of the mentions that are in no other one. */
    static List<KnownName> known(List<Mention> mentions) {
        List<KnownName> names = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            if (mention.nestedIn() == Mention.TOP_LEVEL) {
                names.add(new KnownName(mention.span(), kind(mention.entity().type())));
            }
        }
        return names;
    }

    static UnknownName.@Nullable Kind kind(EntityType type) {
        return switch (type) {
            case PERSON -> UnknownName.Kind.PERSON;
            case PLACE -> UnknownName.Kind.PLACE;
            case ORGANISATION -> UnknownName.Kind.ORGANISATION;
            default -> null;
        };
    }

    /** What the mention with this very span is of, or null. */
    static @Nullable Entity entityAt(Span span, List<Mention> known, List<Mention> unknown) {
        for (List<Mention> mentions : List.of(unknown, known)) {
            for (Mention mention : mentions) {
                if (mention.span().equals(span)) {
                    return mention.entity();
                }
            }
        }
        return null;
    }

    /** Whether all known mentions that the span has to do with are shorter and lie within it, and no other ones. */
    static boolean holds(Span span, List<Mention> known, List<Mention> unknown) {
        return unknown.stream().noneMatch(mention -> span.overlaps(mention.span()))
                && known.stream()
                        .map(Mention::span)
                        .allMatch(inner -> !span.overlaps(inner) || span.strictlyContains(inner));
    }

    /** Both kinds in the order of the text; the indexes of nesting are those of the new order. */
    static List<Mention> merge(List<Mention> known, List<Mention> unknown) {
        unknown.sort((one, other) -> compareInText(one.span(), other.span()));
        Mention[] merged = new Mention[known.size() + unknown.size()];
        int[] shifted = new int[known.size()];
        int u = 0;
        int outer = Mention.TOP_LEVEL;
        for (int k = 0; k < shifted.length; k++) {
            Mention next = known.get(k);
            while (u < unknown.size() && compareInText(unknown.get(u).span(), next.span()) < 0) {
                outer = k + u;
                merged[outer] = unknown.get(u++);
            }
            shifted[k] = k + u;
            boolean inside = outer >= 0 && merged[outer].span().contains(next.span());
            int parent = next.nestedIn() == Mention.TOP_LEVEL
                    ? inside ? outer : Mention.TOP_LEVEL
                    : shifted[next.nestedIn()];
            merged[k + u] = within(parent, next);
        }
        for (; u < unknown.size(); u++) {
            merged[shifted.length + u] = unknown.get(u);
        }
        return List.of(merged);
    }

    /** The mention nested in another one. */
    static Mention within(int parent, Mention m) {
        return parent == m.nestedIn()
                ? m
                : new Mention(m.entity(), m.span(), m.surfaceForm(), m.foundBy(), m.confidence(), parent, m.counted());
    }

    /** Earlier ones first; of those that start together the longest. */
    static int compareInText(Span one, Span other) {
        if (one.text() != other.text()) {
            return Integer.compare(one.text(), other.text());
        }
        return one.start() == other.start()
                ? Integer.compare(other.end(), one.end())
                : Integer.compare(one.start(), other.start());
    }

    /** Whether this is the end of a surname, which some write apart, and names nobody. */
    static boolean isEndAlone(String surname) {
        return ENDS.contains(surname);
    }

    /** The surname with a space before such an end of it, or without one where it has no such end. */
    static String apart(String surname) {
        for (String end : ENDS) {
            if (surname.endsWith(end) && surname.length() > end.length()) {
                return surname.substring(0, surname.length() - end.length()) + ' ' + end;
            }
        }
        return surname;
    }
}
