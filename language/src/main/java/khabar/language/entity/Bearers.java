package khabar.language.entity;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import khabar.language.match.Form;
import khabar.language.match.Suffix;
import khabar.language.match.TokenTrie;
import khabar.language.match.Tokens;
import khabar.language.recognize.UnknownName;
import org.jspecify.annotations.Nullable;

/**
 * Words for what bears the names of people, such as "hospital" and "street", and what may stand between
 * them and the name. A person's name after one of them is not the person. Immutable.
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
        DETERMINER
    }

    /** Where nothing bears the name. */
    static final int NONE = -1;

    private static final double CONFIDENCE = 0.7;
    private static final int MOST_BETWEEN = 4;
    /** Beside the role of a word that bears the names of those alone who have a title. */
    private static final int TITLED_ONLY = 1 << 3;

    private static final Role[] ROLES = Role.values();

    private final int[] words;
    private final int[] roles;
    private final long bits;

    private Bearers(Map<Integer, Integer> roleOf) {
        words = roleOf.keySet().stream().mapToInt(Integer::intValue).toArray();
        roles = roleOf.values().stream().mapToInt(Integer::intValue).toArray();
        bits = Arrays.stream(words).mapToLong(word -> 1L << word).reduce(0, (some, one) -> some | one);
    }

    /** Collects words by their numbers. */
    static final class Builder {
        private final Map<Integer, Integer> roles = new TreeMap<>();

        void add(int word, Role role, boolean titledOnly) {
            roles.put(word, role.ordinal() | (titledOnly ? TITLED_ONLY : 0));
        }

        Bearers build() {
            return new Bearers(roles);
        }
    }

    /** The word that bears the person's name that begins with the given token, or {@link #NONE}. */
    int before(Tokens tokens, int token) {
        boolean titled = is(Role.TITLE, role(tokens, token));
        int at = token;
        for (int i = 0; i <= MOST_BETWEEN && at > 0 && tokens.flowsInto(at); i++) {
            int role = role(tokens, --at);
            if (role == NONE) {
                return NONE;
            }
            boolean title = is(Role.TITLE, role);
            titled |= title;
            if (!title && !is(Role.BETWEEN, role)) {
                return (titled || role < TITLED_ONLY) && mayBear(tokens, at, role) ? at : NONE;
            }
        }
        return NONE;
    }

    private boolean mayBear(Tokens tokens, int at, int role) {
        boolean determined = at > 0 && tokens.flowsInto(at) && is(Role.DETERMINER, role(tokens, at - 1));
        return !determined && !is(Role.DETERMINER, role);
    }

    /** What the bearer is called, from its word to the end of the person's name; null where that is no mention. */
    @Nullable
    UnknownName named(Tokens tokens, int bearer, int last) {
        int role = role(tokens, bearer);
        if (is(Role.EVENT, role)) {
            return null;
        }
        UnknownName.Kind kind = is(Role.ORG, role) ? UnknownName.Kind.ORGANISATION : UnknownName.Kind.PLACE;
        return new UnknownName(bearer, last, kind, CONFIDENCE);
    }

    private static boolean is(Role role, int found) {
        return found != NONE && (found & TITLED_ONLY - 1) == role.ordinal();
    }

    private int role(Tokens tokens, int token) {
        Form form = tokens.suffix(token) == Suffix.NONE ? tokens.form(token) : tokens.fullForm(token);
        int word = form.word();
        if (word == TokenTrie.NONE || (bits & 1L << word) == 0) {
            return NONE;
        }
        int at = Arrays.binarySearch(words, word);
        return at < 0 ? NONE : roles[at];
    }
}
