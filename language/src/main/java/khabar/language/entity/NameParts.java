package khabar.language.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import khabar.language.match.Tokens;
import khabar.language.normalize.Span;
import khabar.language.recognize.Recognizer;
import khabar.language.recognize.UnknownName;

/**
 * Single words that are only a part of somebody's full name in Latin letters: a surname made of a city is not the city,
 * and a surname is not that of the better known.
 */
final class NameParts {
    private final List<Tokens> texts;
    private final List<Mention> known;
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
        int[] shifted = new int[known.size()];
        List<Mention> rest = new ArrayList<>(known.size());
        for (int i = 0; i < shifted.length; i++) {
            Mention next = known.get(i);
            shifted[i] = rest.size();
            if (!parts.get(i) && !(others.contains(id(next)) && isWord(next))) {
                rest.add(
                        next.nestedIn() == Mention.TOP_LEVEL
                                ? next
                                : UnknownMentions.within(shifted[next.nestedIn()], next));
            }
        }
        return rest;
    }

    /** The known mentions of one word that lie within longer names of people, by their indexes. */
    private BitSet parts() {
        BitSet parts = new BitSet();
        int next = 0;
        for (int t = 0; t < texts.size(); t++) {
            Tokens tokens = texts.get(t);
            for (UnknownName name : names.get(t)) {
                if (!name.person() || name.last() == name.first() || !Recognizer.isLatinWord(tokens, name.first())) {
                    continue;
                }
                Span span = tokens.span(t, tokens.start(name.first()), tokens.end(name.last()));
                while (next < known.size()
                        && UnknownMentions.compareInText(known.get(next).span(), span) < 0) {
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
}
