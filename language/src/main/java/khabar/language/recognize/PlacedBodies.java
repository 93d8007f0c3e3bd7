package khabar.language.recognize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.language.match.Spellings;
import khabar.language.match.Suffix;
import khabar.language.match.Tokens;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.Normalizer;
import khabar.language.recognize.NameLists.Kind;
import khabar.language.word.WordBits;
import org.jspecify.annotations.Nullable;

/**
 * Finds bodies that are named by what they do and by where they are: "the water company of the province of Tehran". In
 * Persian the place comes last, and what stands before it as far as the word for a body belongs to the name. Immutable.
 */
public final class PlacedBodies {
    /** What a word does before the name of a place. */
    private enum Role {
        BODY,
        FIELD_BODY,
        COUNCIL,
        BUILDING,
        AREA,
        WITHIN,
        NO_FIELD,
        NOT_WITHIN;

        int bit() {
            return 1 << ordinal();
        }
    }

    private static final double CONFIDENCE = 0.7;
    private static final int HEAD = Role.BODY.bit() | Role.FIELD_BODY.bit() | Role.COUNCIL.bit() | Role.BUILDING.bit();
    /** Words that stand between the word for the body and the place at most. */
    private static final int MOST_BETWEEN = 6;

    private static final int MOST_OF_BUILDING = 2;
    private static final int NOT_IN_NAME = Kind.STOP.bit()
            | Kind.ROLE.bit()
            | Kind.SPEECH.bit()
            | Kind.TITLE.bit()
            | Kind.DETERMINER.bit()
            | Kind.ORG_STOP.bit();

    /** Behind what a verb is about. */
    private static final String OBJECT = "\u0631\u0627";

    private final NameLists lists;
    private final WordBits roles;
    /** Of the words that have one of the roles. */
    private final int mark;

    private PlacedBodies(NameLists lists, WordBits roles, int mark) {
        this.lists = lists;
        this.roles = roles;
        this.mark = mark;
    }

    /** Reads lists of single words by {@link ListLines}. */
    static PlacedBodies parse(List<String> lines, NameLists lists, Normalizer normalizer, Vocabulary vocabulary) {
        Map<Integer, Integer> roleOf = new HashMap<>();
        Spellings spellings = new Spellings(normalizer, vocabulary);
        ListLines.read(lines, (name, word) -> {
            int bit = Role.valueOf(name).bit();
            for (List<String> form : spellings.of(word)) {
                if (form.size() == 1) {
                    roleOf.merge(vocabulary.add(form.get(0)), bit, (a, b) -> a | b);
                }
            }
        });
        return new PlacedBodies(lists, new WordBits(roleOf), vocabulary.mark(roleOf.keySet()));
    }

    /**
     * The body whose name ends on that of a place.
     *
     * @param first the first word of the place
     * @param last the last word of the place
     * @return the whole name, which is the longest one; null where none ends there
     */
    public @Nullable UnknownName endingOn(Tokens tokens, int first, int last) {
        int head = -1;
        boolean building = false;
        boolean field = false;
        boolean kept = true;
        int next = 0;
        for (int at = first - 1; kept && at >= first - 1 - MOST_BETWEEN && NameLists.goesOn(tokens, at + 1); at--) {
            int role = role(tokens, at);
            if ((next & Role.NO_FIELD.bit()) == 0 && isHead(tokens, at, role, first, field)) {
                head = at;
                building = (role & HEAD) == Role.BUILDING.bit();
            }
            field |= (role & Role.AREA.bit()) == 0;
            kept = mayBeWithin(tokens, at, role, first) && !(head == at && isAnother(tokens, at));
            next = role;
        }
        boolean whole = head >= 0 && !lists.isDetermined(tokens, head) && !isObject(tokens, last + 1);
        UnknownName.Kind kind = building ? UnknownName.Kind.PLACE : UnknownName.Kind.ORGANISATION;
        return whole ? new UnknownName(head, last, kind, CONFIDENCE) : null;
    }

    /** Whether the word may be what a body is, where a word that says what it does has come between or not. */
    private static boolean isHead(Tokens tokens, int at, int role, int place, boolean field) {
        if ((role & HEAD) == 0 || tokens.suffix(at) != Suffix.NONE || tokens.isJoined(at)) {
            return false;
        }
        int between = place - at - 1;
        boolean flows = between == 0 || !NameLists.isAnd(tokens, at + 1);
        return flows
                && ((role & Role.BODY.bit()) != 0
                        || (role & Role.FIELD_BODY.bit()) != 0 && field
                        || (role & Role.COUNCIL.bit()) != 0 && between > 0
                        || (role & Role.BUILDING.bit()) != 0 && between <= MOST_OF_BUILDING);
    }

    /** Whether it is worth to look for a body: a word for one stands before the place with nothing between that cannot. */
    public boolean mayEndOn(Tokens tokens, int place) {
        int role = 0;
        for (int at = place - 1; at >= place - 1 - MOST_BETWEEN && NameLists.goesOn(tokens, at + 1); at--) {
            role = role(tokens, at);
            if ((role & (HEAD | Role.NOT_WITHIN.bit())) != 0) {
                break;
            }
        }
        return (role & HEAD) != 0;
    }

    /** Whether the word for a body follows another body: "the town hall of one town and that of another". */
    private static boolean isAnother(Tokens tokens, int head) {
        return NameLists.isAnd(tokens, head - 1);
    }

    private boolean mayBeWithin(Tokens tokens, int at, int role, int place) {
        if ((role & Role.NOT_WITHIN.bit()) != 0
                || Character.isDigit(tokens.text().key().charAt(tokens.start(at)))) {
            return false;
        }
        return (role & (HEAD | Role.AREA.bit() | Role.WITHIN.bit())) != 0
                || at < place - 1 && NameLists.isAnd(tokens, at)
                || (NameLists.kinds(lists.phrases(tokens, at)) & NOT_IN_NAME) == 0;
    }

    /** Whether the word makes an object of what stands before it. */
    public static boolean isObject(Tokens tokens, int next) {
        return next < tokens.size()
                && tokens.flowsInto(next)
                && tokens.word(next).equals(OBJECT);
    }

    private int role(Tokens tokens, int token) {
        return tokens.isMarked(token, mark) ? roles.of(tokens.fullForm(token).word()) : 0;
    }
}
