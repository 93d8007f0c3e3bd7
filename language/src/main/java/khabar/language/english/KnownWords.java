package khabar.language.english;

import khabar.language.match.Tokens;
import khabar.language.recognize.UnknownName;

/** Which words of a text are in known names, and of what kind. */
final class KnownWords {
    private static final int KIND_BITS = 2;
    private static final int KINDS = (1 << KIND_BITS) - 1;
    /** The kind of names that are of no other one. */
    private static final int OTHER = KINDS;

    private final Tokens tokens;
    private final int size;
    /** Of each word one more than the index of the known name that it is in, and the kind of that below; or 0. */
    private final int[] known;

    KnownWords(Tokens tokens, TextRoom room) {
        this.tokens = tokens;
        size = tokens.size();
        known = room.known(size);
    }

    /** Notes a known name. */
    void know(EnglishNames.KnownName name, int number) {
        int token = tokenAt(tokens.text().keyIndex(name.span().start()));
        int end = tokens.text().keyIndex(name.span().end());
        int kind = name.kind() == null ? OTHER : name.kind().ordinal();
        for (; token < size && tokens.start(token) < end; token++) {
            if (known[token] == 0) {
                known[token] = number + 1 << KIND_BITS | kind;
            }
        }
    }

    private int tokenAt(int at) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.fullEnd(middle) <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether the word is in a known name. */
    boolean isKnown(int token) {
        return known[token] != 0;
    }

    /** Whether the word is in a known name of this kind. */
    boolean isKnown(int token, UnknownName.Kind kind) {
        return isKnown(token) && (known[token] & KINDS) == kind.ordinal();
    }

    /** Whether the word is in a known name of several words. */
    boolean isInKnown(int token) {
        return known[token] != 0
                && (token > 0 && known[token - 1] == known[token]
                        || token + 1 < size && known[token + 1] == known[token]);
    }

    /** Whether a known name is cut by the range of words. */
    boolean cuts(int first, int last) {
        return first > 0 && known[first] != 0 && known[first - 1] == known[first]
                || last + 1 < size && known[last] != 0 && known[last + 1] == known[last];
    }

    /** Whether the range of words is one known name or lies in one. */
    boolean isOneKnown(int first, int last) {
        if (known[first] == 0) {
            return false;
        }
        for (int i = first + 1; i <= last; i++) {
            if (known[i] != known[first]) {
                return false;
            }
        }
        return true;
    }
}
