package khabar.language.recognize;

import khabar.language.match.Suffix;
import khabar.language.match.Tokens;
import khabar.language.recognize.NameLists.Kind;
import org.jspecify.annotations.Nullable;

/** Korean and Chinese names in Persian letters: a surname and two syllables, each of which may be another word. */
final class AsianNames {
    private static final double CONFIDENCE = 0.7;
    private static final int SYLLABLES = 2;

    private final NameLists lists;

    AsianNames(NameLists lists) {
        this.lists = lists;
    }

    /** The name that begins at the given word, a surname; or null. */
    @Nullable
    UnknownName at(Tokens tokens, int token) {
        int last = token + SYLLABLES;
        if (last >= tokens.size()) {
            return null;
        }
        for (int at = token + 1; at <= last; at++) {
            if (!tokens.flowsInto(at)
                    || tokens.suffix(at - 1) != Suffix.NONE
                    || lists.longest(tokens, at, Kind.SYLLABLE) != 1) {
                return null;
            }
        }
        return tokens.suffix(last) == Suffix.DERIVED
                ? null
                : new UnknownName(token, last, UnknownName.Kind.PERSON, CONFIDENCE);
    }
}
