package khabar.language.entity;

import java.util.ArrayList;
import java.util.List;
import khabar.language.entity.NameScanner.Candidate;
import khabar.language.match.TokenTrie;
import khabar.language.match.Tokens;

/**
 * The names of the gazetteer that stand in the texts of one article. Of those that count only beside
 * another name of their entity, such as surnames, the places alone are kept: thousands of people may share
 * one, and which are meant is looked up when it is known who is named in full.
 */
final class Candidates {
    /** So many short names of one place are gone through; among more, those of an entity are searched for. */
    private static final int FEW = 8;

    private final Gazetteer gazetteer;
    private final List<Tokens> texts;
    private final List<Candidate> found = new ArrayList<>();
    /** Whether they are in the order of the text. */
    private boolean sorted = true;

    private final List<Place> places = new ArrayList<>();

    /** Where a path of the trie ends, and its values from one index to another, which are short names. */
    private record Place(int text, int token, int start, int end, int from, int to) {}

    Candidates(Gazetteer gazetteer, List<Tokens> texts) {
        this.gazetteer = gazetteer;
        this.texts = texts;
    }

    /** Adds one where it belongs: most stand after all others, and hardly any before more than a few. */
    void add(Candidate candidate) {
        int at = found.size();
        while (at > 0 && found.size() - at < FEW && found.get(at - 1).compareInText(candidate) > 0) {
            at--;
        }
        sorted = sorted && (at == 0 || found.get(at - 1).compareInText(candidate) <= 0);
        found.add(at, candidate);
    }

    /** Notes a place where the short names may be meant that are values of the trie from one index to another. */
    void addShort(Candidate at, int from, int to) {
        places.add(new Place(at.text(), at.token(), at.start(), at.end(), from, to));
    }

    /** Those that need no other name, in the order of the text. */
    List<Candidate> found() {
        if (!sorted) {
            found.sort(Candidate::compareInText);
        }
        return found;
    }

    boolean hasShort() {
        return !places.isEmpty();
    }

    /** The short names of the given entities, in the order of the text. */
    List<Candidate> shortOf(NamedEntities named) {
        List<Candidate> meant = new ArrayList<>();
        int[] entities = named.all();
        for (Place place : places) {
            if (place.to - place.from <= FEW) {
                addNamed(named, place, meant);
                continue;
            }
            for (int entity : entities) {
                addNames(entity, place, meant);
            }
        }
        if (meant.size() > 1) {
            meant.sort(Candidate::compareInText);
        }
        return meant;
    }

    private void addNamed(NamedEntities named, Place place, List<Candidate> meant) {
        for (int i = place.from; i < place.to; i++) {
            int name = Gazetteer.name(gazetteer.trie().value(i));
            if (named.contains(gazetteer.entityOf(name))) {
                addIfFits(name, place, meant);
            }
        }
    }

    private void addIfFits(int name, Place place, List<Candidate> meant) {
        if (gazetteer.capitalsFit(name, texts.get(place.text), place.start, place.end)) {
            meant.add(new Candidate(place.text, place.token, place.start, place.end, name));
        }
    }

    private void addNames(int entity, Place place, List<Candidate> meant) {
        TokenTrie trie = gazetteer.trie();
        for (int i = firstOf(entity, place); i < place.to; i++) {
            int name = Gazetteer.name(trie.value(i));
            if (gazetteer.entityOf(name) != entity) {
                return;
            }
            addIfFits(name, place, meant);
        }
    }

    /** Names are in the order of their entities. */
    private int firstOf(int entity, Place place) {
        int low = place.from;
        int high = place.to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (gazetteer.entityOf(Gazetteer.name(gazetteer.trie().value(middle))) < entity) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
