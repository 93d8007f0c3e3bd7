package khabar.language.recognize;

import java.util.ArrayList;
import java.util.List;
import khabar.language.match.Suffix;
import khabar.language.match.Tokens;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.Normalizer;
import khabar.language.recognize.NameLists.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds names that nobody has listed: people after a title or with a first name, where what stands
 * around them speaks for it, and places after the word for their kind. Immutable and safe for many
 * threads.
 */
public final class Recognizer {
    private static final double TITLED = 0.8;
    private static final double NAMED = 0.7;
    private static final double PLACED = 0.6;
    private static final int MOST_GIVEN = 3;
    private static final int SHORTEST = 3;

    private final NameLists lists;

    /** A recognizer that goes by the lists in the given lines. */
    public Recognizer(List<String> lines, Normalizer normalizer, Vocabulary words) {
        lists = NameLists.parse(lines, normalizer, words);
    }

    /** The stretches of the text that look like names, in its order; they do not overlap. */
    public List<UnknownName> namesIn(Tokens tokens) {
        List<UnknownName> names = new ArrayList<>();
        int token = 0;
        while (token < tokens.size()) {
            UnknownName name = nameAt(tokens, token);
            if (name == null) {
                token++;
            } else {
                names.add(name);
                token = name.last() + 1;
            }
        }
        return names;
    }

    private @Nullable UnknownName nameAt(Tokens tokens, int token) {
        if (tokens.isJoined(token) || !lists.mayStart(tokens, token)) {
            return null;
        }
        int title = lists.length(tokens, token, Kind.TITLE);
        UnknownName person = personAt(tokens, token + title, title > 0, token);
        if (person != null) {
            return person;
        }
        int head = lists.length(tokens, token, Kind.PLACE_HEAD);
        return head == 0 ? null : placeAt(tokens, token + head);
    }

    private @Nullable UnknownName personAt(Tokens tokens, int start, boolean titled, int before) {
        int at = start;
        boolean strong = false;
        int given = 0;
        while (given < MOST_GIVEN && goesOn(tokens, at, at == before)) {
            int length = lists.length(tokens, at, Kind.GIVEN);
            strong |= length > 0;
            length = length > 0 ? length : lists.length(tokens, at, Kind.WEAK_GIVEN);
            if (length == 0) {
                break;
            }
            given++;
            at += length;
        }
        if (given == 0 && !titled || !goesOn(tokens, at, false) || !maybeSurname(tokens, at)) {
            return null;
        }
        int last = lastOfSurname(tokens, at);
        boolean surname = lists.looksLikeSurname(tokens.text().key(), tokens.start(at), tokens.end(last));
        boolean around = isSurrounded(tokens, before, last);
        if (titled && (given > 0 || surname)) {
            return new UnknownName(start, last, true, TITLED);
        }
        return strong && (surname || around) ? new UnknownName(start, last, true, NAMED) : null;
    }

    private static boolean goesOn(Tokens tokens, int token, boolean first) {
        return token < tokens.size() && (first || tokens.flowsInto(token));
    }

    private boolean maybeSurname(Tokens tokens, int token) {
        return tokens.end(token) - tokens.start(token) >= SHORTEST
                && tokens.suffix(token) != Suffix.DERIVED
                && !Character.isDigit(tokens.text().key().charAt(tokens.start(token)))
                && isCapitalOrPersian(tokens, token)
                && lists.length(tokens, token, Kind.STOP) == 0
                && lists.length(tokens, token, Kind.ROLE) == 0;
    }

    /** Latin names begin with a capital; scripts without capitals give no such hint. */
    private static boolean isCapitalOrPersian(Tokens tokens, int token) {
        char first = tokens.text().original().charAt(tokens.text().originalStart(tokens.start(token)));
        return !Character.isLowerCase(first);
    }

    /** A half-space goes on with the surname; so does a second word that can hardly be anything else. */
    private int lastOfSurname(Tokens tokens, int token) {
        int last = endOfWord(tokens, token);
        if (goesOn(tokens, last + 1, false) && maybeSurname(tokens, last + 1)) {
            int end = endOfWord(tokens, last + 1);
            if (lists.looksLikeSurname(tokens.text().key(), tokens.start(last + 1), tokens.end(end))
                    && !lists.looksLikeSurname(tokens.text().key(), tokens.start(token), tokens.end(last))) {
                return end;
            }
        }
        return last;
    }

    private static int endOfWord(Tokens tokens, int token) {
        int last = token;
        while (last + 1 < tokens.size() && tokens.isJoined(last + 1)) {
            last++;
        }
        return last;
    }

    private boolean isSurrounded(Tokens tokens, int first, int last) {
        boolean roleBefore = first > 0 && tokens.flowsInto(first) && lists.endsAt(tokens, first - 1, Kind.ROLE);
        int next = last + 1;
        return roleBefore
                || next < tokens.size()
                        && (lists.length(tokens, next, Kind.ROLE) > 0
                                || tokens.flowsInto(next) && lists.length(tokens, next, Kind.SPEECH) > 0);
    }

    private @Nullable UnknownName placeAt(Tokens tokens, int token) {
        if (!goesOn(tokens, token, false)
                || !maybeSurname(tokens, token)
                || tokens.suffix(token) != Suffix.NONE
                || lists.length(tokens, token, Kind.PLACE_STOP) > 0) {
            return null;
        }
        return new UnknownName(token, endOfWord(tokens, token), false, PLACED);
    }
}
