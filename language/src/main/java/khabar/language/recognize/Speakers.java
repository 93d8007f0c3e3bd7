package khabar.language.recognize;

import khabar.language.halfspace.HalfSpaces;
import khabar.language.match.Suffix;
import khabar.language.match.Tokens;
import khabar.language.recognize.NameLists.Kind;
import org.jspecify.annotations.Nullable;

/** Who speaks in a headline, by the surname alone before a colon. */
final class Speakers {
    private static final double CONFIDENCE = 0.6;
    private static final int SHORTEST = 5;
    private static final int NO_SURNAME = Kind.STOP.bit() | Kind.ROLE.bit() | Kind.TITLE.bit();
    private static final char COLON = ':';

    private final NameLists lists;

    Speakers(NameLists lists) {
        this.lists = lists;
    }

    /** Whose words follow at the beginning of the text, or null. */
    @Nullable
    UnknownName in(Tokens tokens) {
        int last = tokens.size() == 0 ? 0 : tokens.endOfWord(0);
        return last + 1 < tokens.size()
                        && tokens.text().key().charAt(tokens.fullEnd(last)) == COLON
                        && isSurname(tokens, last)
                ? new UnknownName(0, last, UnknownName.Kind.PERSON, CONFIDENCE)
                : null;
    }

    private boolean isSurname(Tokens tokens, int last) {
        String key = tokens.text().key();
        int start = tokens.start(0);
        int end = tokens.end(last);
        if (!PersianSurnames.isPersian(key.charAt(start))
                || tokens.suffix(last) != Suffix.NONE
                || (NameLists.kinds(lists.phrases(tokens, 0)) & NO_SURNAME) != 0) {
            return false;
        }
        return last == 0 && lists.longest(tokens, 0, Kind.SURNAME) == 1
                || end - start >= SHORTEST
                        && lists.looksLikeSurname(key, start, end)
                        && !HalfSpaces.shipped().isKnownWord(key, start, end);
    }
}
