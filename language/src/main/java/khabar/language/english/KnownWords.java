package khabar.language.english;

import khabar.language.match.Tokens;
import khabar.language.recognize.UnknownName;

/** Which words of a text are in known names, and of what kind. */
final class KnownWords {
    private static final byte OTHER = -1;

    private final Tokens tokens;
    private final int size;
    /** Of each word one more than the index of the known name that it is in, or 0. */
    private final int[] known;
    /** Of each word one more than the number of the kind of that name, or less than that. */
    private final byte[] knownKinds;

    KnownWords(Tokens tokens) {
        this.tokens = tokens;
        size = tokens.size();
        known = new int[size];
        knownKinds = new byte[size];
    }

    /** Notes a known name. */
    void know(EnglishNames.KnownName name, int number) {
        int token = tokenAt(tokens.text().keyIndex(name.span().start()));
        int end = tokens.text().keyIndex(name.span().end());
        for (; token < size && tokens.start(token) < end; token++) {
            if (known[token] == 0) {
                known[token] = number + 1;
                knownKinds[token] =
                        (byte) (name.kind() == null ? OTHER : name.kind().ordinal() + 1);
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
        return knownKinds[token] == kind.ordinal() + 1;
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
