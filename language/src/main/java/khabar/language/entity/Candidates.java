package khabar.language.entity;

import java.util.Arrays;
import java.util.List;
import khabar.language.match.Suffix;
import khabar.language.match.TokenTrie;
import khabar.language.match.Tokens;

/**
 * The places where names of the gazetteer stand in the texts of one article, before it is decided what they name,
 * in the order of the text. Of names that count only beside another name of their entity, such as surnames, the
 * places alone are kept: thousands of people may share one, and which are meant is looked up when it is known who is
 * named in full. All are numbered; what is known of each lies in one table, together with what the gazetteer says.
 */
final class Candidates {
    /** So many short names of one place are gone through; among more, those of an entity are searched for. */
    private static final int FEW = 8;

    /** Of each candidate: text, first token, first and last character in the match key, name, its entity and uses. */
    private static final int FIELDS = 8;

    private static final int TOKEN = 1;
    private static final int START = 2;
    private static final int END = 3;
    private static final int NAME = 4;
    private static final int ENTITY = 5;
    private static final int USES = 6;
    private static final int MARKS = 7;

    /** Of each place: text, first token, first and last character, and its values in the trie from one to another. */
    private static final int PLACE_FIELDS = 6;

    private static final int FROM = 4;
    private static final int TO = 5;

    /** The plural, where it is written apart, with the word before it in an izafa. */
    private static final String PLURAL = "\u0647\u0627\u06cc";
    /** Stand between those of a list: commas, and the word for "and". */
    private static final String LISTING = "\u060c,\u0648";

    private static final int MOST_BETWEEN = 4;

    private final Gazetteer gazetteer;
    private List<Tokens> texts = List.of();
    private int[] data = new int[FIELDS * 64];
    private int size;
    private int[] places = new int[PLACE_FIELDS * 64];
    private int placesEnd;

    private int text;
    private int token;
    /** The first candidate of the text that is gone through. */
    private int firstOfText;

    Candidates(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Forgets all, and takes the texts of another article. */
    void begin(List<Tokens> another) {
        texts = another;
        size = 0;
        placesEnd = 0;
    }

    /** Candidates that are added next stand in this text, which is none before those of which some were added. */
    void beginText(int index) {
        text = index;
        firstOfText = size;
    }

    /** Candidates that are added next begin with this word, or behind a title that does. */
    void beginAt(int first) {
        token = first;
    }

    /** Adds one where it belongs: most stand after all others, and hardly any before more than a few. */
    void add(int start, int end, int name) {
        int at = newRow();
        boolean inOrder = at == firstOfText * FIELDS || !isBefore(start, end, name, at - FIELDS);
        put(inOrder ? at : makeRoom(start, end, name), start, end, name);
    }

    /** Where the fields of one more candidate lie, behind those of all others. */
    private int newRow() {
        int at = size++ * FIELDS;
        if (at == data.length) {
            data = Arrays.copyOf(data, at * 2);
        }
        return at;
    }

    private void put(int at, int start, int end, int name) {
        data[at] = text;
        data[at + TOKEN] = token;
        data[at + START] = start;
        data[at + END] = end;
        data[at + NAME] = name;
        data[at + ENTITY] = gazetteer.entityOf(name);
        data[at + USES] = gazetteer.usesOf(name);
        data[at + MARKS] = 0;
    }

    /** Moves those of the text that such a candidate comes before, and answers where it is to be put. */
    private int makeRoom(int start, int end, int name) {
        int last = size - 1;
        int step = 1;
        while (last - step > firstOfText && isBefore(start, end, name, (last - step) * FIELDS)) {
            step *= 2;
        }
        int low = Math.max(firstOfText, last - step);
        int high = last - step / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(start, end, name, middle * FIELDS)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        System.arraycopy(data, low * FIELDS, data, (low + 1) * FIELDS, (last - low) * FIELDS);
        return low * FIELDS;
    }

    /** Earlier ones first; of those that start together the longest, then by the number of the name. */
    private boolean isBefore(int start, int end, int name, int other) {
        if (start != data[other + START]) {
            return start < data[other + START];
        }
        return end == data[other + END] ? name < data[other + NAME] : end > data[other + END];
    }

    /** Whether one candidate comes before another in the order of the text. */
    boolean isBefore(int one, int other) {
        return text(one) == text(other)
                ? isBefore(start(one), end(one), name(one), other * FIELDS)
                : text(one) < text(other);
    }

    /** Notes a place where the short names may be meant that are values of the trie from one index to another. */
    void addShort(int start, int end, int from, int to) {
        int at = placesEnd;
        if (at + PLACE_FIELDS > places.length) {
            places = Arrays.copyOf(places, at * 2);
        }
        places[at] = text;
        places[at + TOKEN] = token;
        places[at + START] = start;
        places[at + END] = end;
        places[at + FROM] = from;
        places[at + TO] = to;
        placesEnd = at + PLACE_FIELDS;
    }

    int size() {
        return size;
    }

    /** The texts of the article. */
    List<Tokens> texts() {
        return texts;
    }

    /** How much room is kept for candidates and places. */
    int room() {
        return data.length + places.length;
    }

    boolean hasShort() {
        return placesEnd > 0;
    }

    /** Adds the short names of the given entities behind all others, in no order. */
    void addShortOf(NamedEntities named) {
        for (int place = 0; place < placesEnd; place += PLACE_FIELDS) {
            text = places[place];
            token = places[place + TOKEN];
            if (places[place + TO] - places[place + FROM] <= FEW) {
                addNamed(named, place);
            } else {
                for (int i = 0; i < named.size(); i++) {
                    addNames(named.get(i), place);
                }
            }
        }
    }

    private void addNamed(NamedEntities named, int place) {
        for (int i = places[place + FROM]; i < places[place + TO]; i++) {
            int name = Gazetteer.name(gazetteer.trie().value(i));
            if (named.contains(gazetteer.entityOf(name))) {
                addIfFits(name, place);
            }
        }
    }

    private void addIfFits(int name, int place) {
        int start = places[place + START];
        int end = places[place + END];
        if (Gazetteer.capitalsFit(gazetteer.usesOf(name), texts.get(text), start, end)) {
            put(newRow(), start, end, name);
        }
    }

    private void addNames(int entity, int place) {
        TokenTrie trie = gazetteer.trie();
        for (int i = firstOf(entity, place); i < places[place + TO]; i++) {
            int name = Gazetteer.name(trie.value(i));
            if (gazetteer.entityOf(name) != entity) {
                return;
            }
            addIfFits(name, place);
        }
    }

    /** Names are in the order of their entities. */
    private int firstOf(int entity, int place) {
        int low = places[place + FROM];
        int high = places[place + TO];
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

    /**
     * Where the words lead that stand before the rest of a name of a place in the plural, such as "the provinces of";
     * {@link TokenTrie#NONE} where the name does not begin so.
     */
    int plural(int candidate) {
        Tokens tokens = texts.get(text(candidate));
        int first = token(candidate);
        TokenTrie trie = gazetteer.trie();
        if (!is(candidate, Gazetteer.OF_PLACE) || tokens.fullEnd(first) >= end(candidate)) {
            return TokenTrie.NONE;
        }
        if (tokens.suffix(first) != Suffix.NONE) {
            return tokens.form(first).child(trie, TokenTrie.ROOT);
        }
        String key = tokens.text().key();
        int next = tokens.start(first + 1);
        boolean apart = tokens.fullEnd(first + 1) - next == PLURAL.length() && key.startsWith(PLURAL, next);
        int last = apart ? first + 1 : first;
        if (!key.startsWith(PLURAL, tokens.fullEnd(last) - PLURAL.length())) {
            return TokenTrie.NONE;
        }
        int node = tokens.form(first).child(trie, TokenTrie.ROOT);
        return apart ? tokens.form(first + 1).child(trie, node) : node;
    }

    /** Whether one candidate is the next one of a list: only commas and the word for "and" stand between them. */
    boolean isNextOfList(int one, int other) {
        boolean sign = false;
        boolean only = text(one) == text(other) && start(other) - end(one) <= MOST_BETWEEN;
        for (int at = end(one); only && at < start(other); at++) {
            char c = texts.get(text(one)).text().key().charAt(at);
            sign |= LISTING.indexOf(c) >= 0;
            only = c == ' ' || LISTING.indexOf(c) >= 0;
        }
        return only && sign;
    }

    /** Adds a candidate at the same place, with the name that its word has behind the words that lead to a node; or none. */
    int addBehind(int node, int candidate) {
        Tokens tokens = texts.get(text(candidate));
        TokenTrie trie = gazetteer.trie();
        int after =
                node == TokenTrie.NONE ? node : tokens.form(token(candidate)).child(trie, node);
        if (after == TokenTrie.NONE
                || trie.valuesFrom(after) == trie.valuesTo(after)
                || tokens.end(token(candidate)) != end(candidate)) {
            return candidate;
        }
        text = text(candidate);
        token = token(candidate);
        put(newRow(), start(candidate), end(candidate), Gazetteer.name(trie.value(trie.valuesFrom(after))));
        return size - 1;
    }

    /** The index of the text. */
    int text(int candidate) {
        return data[candidate * FIELDS];
    }

    /** The first token. */
    int token(int candidate) {
        return data[candidate * FIELDS + TOKEN];
    }

    /** The first character, in the match key. */
    int start(int candidate) {
        return data[candidate * FIELDS + START];
    }

    /** One past the last character, in the match key. */
    int end(int candidate) {
        return data[candidate * FIELDS + END];
    }

    private int name(int candidate) {
        return data[candidate * FIELDS + NAME];
    }

    /** The index of the entity that the name belongs to; -1 for a mask. */
    int entity(int candidate) {
        return data[candidate * FIELDS + ENTITY];
    }

    /** Whether the name has one of the given uses. */
    boolean is(int candidate, int uses) {
        return (data[candidate * FIELDS + USES] & uses) != 0;
    }

    /** Whether the candidate has the mark. */
    boolean isMarked(int candidate, int mark) {
        return (data[candidate * FIELDS + MARKS] & mark) != 0;
    }

    /** Gives the candidate a mark, or takes it away. */
    void mark(int candidate, int mark, boolean marked) {
        int at = candidate * FIELDS + MARKS;
        data[at] = marked ? data[at] | mark : data[at] & ~mark;
    }

    boolean sameSpan(int one, int other) {
        return start(one) == start(other) && end(one) == end(other) && text(one) == text(other);
    }
}
