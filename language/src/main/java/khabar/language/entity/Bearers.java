package khabar.language.entity;

import java.util.HashMap;
import java.util.Map;
import khabar.language.compiled.ArrayReader;
import khabar.language.compiled.ArrayWriter;
import khabar.language.match.Suffix;
import khabar.language.match.Tokens;
import khabar.language.match.Vocabulary;
import khabar.language.recognize.Recognizer;
import khabar.language.recognize.UnknownName;
import khabar.language.word.WordBits;
import org.jspecify.annotations.Nullable;

/**
 * Words for what bears names, such as "hospital" and "street", and what may stand between them and the
 * name. A person's name after one of them is not the person; nor is one before an English one, such as
 * "Foundation". Some of them bear the names of places, too. Immutable.
 */
final class Bearers {
    /** What a word of a line {@code bearer} does. */
    enum Role {
        /** An organisation that may bear a name. */
        ORG,
        /** A place that may. */
        PLACE,
        /** Anything else that may, and that is no mention itself. */
        EVENT,
        /** Before the names of those after whom much is named. */
        TITLE,
        /** Stands between the word and the name, and says nothing. */
        BETWEEN,
        /** Before the word, and then the name belongs to somebody who stands beside it: "this school". */
        DETERMINER,
        /** Before the surname of a person, which is that of a place as well: "Mr Houston". */
        PERSON,
        /** Behind a person's name, and then somebody is meant whose surname is longer. */
        ENDING
    }

    /** Where nothing bears the name. */
    static final int NONE = -1;

    private static final double CONFIDENCE = 0.7;
    private static final double TITLED = 0.8;
    private static final int MOST_BETWEEN = 4;
    private static final int MOST_SPACES = 2;
    /** Beside the role of a word that bears the names of those alone who have a title. */
    private static final int TITLED_ONLY = 1 << 3;
    /** Beside the role of a word that comes after the name. */
    private static final int AFTER = 1 << 4;
    /** Beside the role of a word that bears the names of places as well. */
    private static final int PLACES = 1 << 5;
    /** Beside every role, so that none is 0. */
    private static final int KNOWN = 1 << 6;

    private static final Role[] ROLES = Role.values();

    private final WordBits roles;
    /** Of the words that have one of the roles. */
    private final int mark;

    private Bearers(WordBits roles, int mark) {
        this.roles = roles;
        this.mark = mark;
    }

    /** Reads what {@link #write} has written. */
    Bearers(ArrayReader in) {
        this(new WordBits(in), in.number());
    }

    void write(ArrayWriter out) {
        roles.write(out);
        out.number(mark);
    }

    /** Collects words by their numbers. */
    static final class Builder {
        private final Map<Integer, Integer> roles = new HashMap<>();

        /** Adds a word as it is written, with its signs. */
        void add(int word, Role role, String written) {
            int uses = (written.indexOf('~') >= 0 ? TITLED_ONLY : 0) | (written.indexOf('!') >= 0 ? PLACES : 0);
            int first = GazetteerReader.withoutSigns(written).codePointAt(0);
            boolean after = role == Role.ENDING || role != Role.PERSON && Character.isUpperCase(first);
            roles.put(word, KNOWN | role.ordinal() | uses | (after ? AFTER : 0));
        }

        Bearers build(Vocabulary words) {
            return new Bearers(new WordBits(roles), words.mark(roles.keySet()));
        }
    }

    /** The word that bears the person's name in the given range of words, or {@link #NONE}. */
    int ofPerson(Tokens tokens, int first, int last) {
        int before = before(tokens, first, 0);
        return before == NONE ? after(tokens, last, 0) : before;
    }

    /** The word that bears the name of the place, or {@link #NONE}. */
    int ofPlace(Tokens tokens, int first, int last) {
        int before = before(tokens, first, PLACES);
        return before == NONE ? after(tokens, last, PLACES) : before;
    }

    /** The last word of a name that begins with the given word and ends on the given character of the match key. */
    static int last(Tokens tokens, int first, int end) {
        int last = first;
        while (tokens.fullEnd(last) < end) {
            last++;
        }
        return last;
    }

    private int before(Tokens tokens, int token, int wanted) {
        int role = roleBefore(tokens, token);
        if (role == NONE) {
            return NONE;
        }
        boolean titled = is(Role.TITLE, role(tokens, token));
        int at = token - 1;
        for (int i = 0; i <= MOST_BETWEEN && role != NONE; i++) {
            boolean title = is(Role.TITLE, role);
            titled |= title;
            if (!title && !is(Role.BETWEEN, role)) {
                boolean may = wanted == 0
                        ? !is(Role.PERSON, role) && (titled || (role & TITLED_ONLY) == 0)
                        : (role & wanted) != 0;
                return may && mayBear(tokens, at, role) ? at : NONE;
            }
            role = roleBefore(tokens, at--);
        }
        return NONE;
    }

    /** What the word before does for a name behind it; nothing where a dash stands between in Latin letters. */
    private int roleBefore(Tokens tokens, int token) {
        int role = token > 0 && tokens.flowsInto(token) ? role(tokens, token - 1) : NONE;
        boolean dash = role != NONE
                && tokens.start(token) - tokens.fullEnd(token - 1) > MOST_SPACES
                && Recognizer.isLatinWord(tokens, token);
        return role == NONE || dash || (role & AFTER) != 0 ? NONE : role;
    }

    /** The word behind a name: only spaces stand between them, and all have a capital, or it is the end of a surname. */
    private int after(Tokens tokens, int last, int wanted) {
        if (wanted == 0 && isEnding(tokens, last + 1)) {
            return last + 1;
        }
        for (int at = last + 1; at <= last + MOST_BETWEEN && at < tokens.size(); at++) {
            int role = role(tokens, at);
            if (role == NONE || !isNext(tokens, at)) {
                return NONE;
            }
            if (!is(Role.BETWEEN, role) && (role & AFTER) != 0) {
                return (role & wanted) == wanted ? at : NONE;
            }
        }
        return NONE;
    }

    private boolean isEnding(Tokens tokens, int token) {
        return token < tokens.size()
                && is(Role.ENDING, role(tokens, token))
                && tokens.suffix(token) == Suffix.NONE
                && isBehindSpace(tokens, token);
    }

    private static boolean isNext(Tokens tokens, int token) {
        return isBehindSpace(tokens, token) && Character.isUpperCase(tokens.originalAt(tokens.start(token)));
    }

    private static boolean isBehindSpace(Tokens tokens, int token) {
        return tokens.flowsInto(token)
                && tokens.start(token) == tokens.fullEnd(token - 1) + 1
                && tokens.text().key().charAt(tokens.start(token) - 1) == ' ';
    }

    private boolean mayBear(Tokens tokens, int at, int role) {
        boolean determined = at > 0 && tokens.flowsInto(at) && is(Role.DETERMINER, role(tokens, at - 1));
        return !determined && !is(Role.DETERMINER, role);
    }

    /** What the bearer is called, from its word to the other end of the name; null where that is no mention. */
    @Nullable
    UnknownName named(Tokens tokens, int bearer, int first, int last) {
        int role = role(tokens, bearer);
        if (is(Role.PERSON, role)) {
            // In Latin letters a title tells whoever comes after it.
            return Recognizer.isLatinWord(tokens, first)
                    ? null
                    : new UnknownName(first, last, UnknownName.Kind.PERSON, TITLED);
        }
        if (is(Role.EVENT, role) || is(Role.ENDING, role)) {
            return null;
        }
        UnknownName.Kind kind = is(Role.ORG, role) ? UnknownName.Kind.ORGANISATION : UnknownName.Kind.PLACE;
        return new UnknownName(Math.min(bearer, first), Math.max(bearer, last), kind, CONFIDENCE);
    }

    private static boolean is(Role role, int found) {
        return found != NONE && (found & TITLED_ONLY - 1) == role.ordinal();
    }

    private int role(Tokens tokens, int token) {
        int role =
                tokens.isMarked(token, mark) ? roles.of(tokens.fullForm(token).word()) : 0;
        return role == 0 ? NONE : role;
    }
}
