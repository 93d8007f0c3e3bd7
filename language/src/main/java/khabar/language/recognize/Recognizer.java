package khabar.language.recognize;

import java.util.ArrayList;
import java.util.List;
import khabar.language.halfspace.HalfSpaces;
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
    private static final double UNHEARD = 0.6;
    private static final double PLACED = 0.6;
    private static final int LONG_ENOUGH = 4;
    private static final int MOST_OF_ORGANISATION = 3;
    private static final int MOST_GIVEN = 3;
    private static final int SHORTEST = 3;
    private static final int NO_SURNAME = Kind.STOP.bit() | Kind.ROLE.bit();
    private static final char ARABIC = '\u0600';
    private static final char AFTER_ARABIC = '\u0700';
    private static final char VAV = '\u0648';
    /** Letters that a word may have more than the dictionary: yeh, sheen, meem, teh, noon, heh, alef and dal. */
    private static final String MAY_BE_ENDING = "\u06cc\u0634\u0645\u062a\u0646\u0647\u0627\u062f";

    private final NameLists lists;

    /** A recognizer that goes by the lists in the given lines. */
    public Recognizer(List<String> lines, Normalizer normalizer, Vocabulary words) {
        lists = NameLists.parse(lines, normalizer, words);
    }

    /** The stretches of the text that look like names, in its order; they do not overlap. */
    public List<UnknownName> namesIn(Tokens tokens) {
        List<UnknownName> names = new ArrayList<>();
        int next = 0;
        for (int from = 0; from < tokens.size(); from += Long.SIZE) {
            for (long rest = lists.openings(tokens, from); rest != 0; rest &= rest - 1) {
                int token = from + Long.numberOfTrailingZeros(rest);
                UnknownName name = token < next ? null : nameAt(tokens, token);
                if (name != null) {
                    names.add(name);
                    next = name.last() + 1;
                }
            }
        }
        return names;
    }

    private @Nullable UnknownName nameAt(Tokens tokens, int token) {
        int kinds = lists.kinds(tokens, token);
        if (kinds == 0 || tokens.isJoined(token)) {
            return null;
        }
        int title = length(tokens, token, Kind.TITLE, kinds);
        if (title > 0 || Kind.GIVEN.isIn(kinds) || Kind.WEAK_GIVEN.isIn(kinds)) {
            UnknownName person = personAt(tokens, token + title, title > 0, token);
            if (person != null) {
                return person;
            }
        }
        UnknownName ancient = ancientAt(tokens, token, kinds);
        return ancient == null ? headedAt(tokens, token, kinds) : ancient;
    }

    /** A place or an organisation behind the word for what it is. */
    private @Nullable UnknownName headedAt(Tokens tokens, int token, int kinds) {
        int head = length(tokens, token, Kind.PLACE_HEAD, kinds);
        if (head > 0) {
            return isDetermined(tokens, token) ? null : placeAt(tokens, token + head);
        }
        head = length(tokens, token, Kind.GEO_HEAD, kinds);
        if (head > 0) {
            return isDetermined(tokens, token) ? null : unheardAt(tokens, token, token + head, UnknownName.Kind.PLACE);
        }
        head = length(tokens, token, Kind.ORG_HEAD, kinds);
        if (head > 0) {
            return unheardAt(tokens, token, token + head, UnknownName.Kind.ORGANISATION);
        }
        head = length(tokens, token, Kind.ORG_TITLE, kinds);
        return head == 0 ? null : unheardAt(tokens, token + head, token + head, UnknownName.Kind.ORGANISATION);
    }

    /** "Henry the Eighth", unless he was placed so; and who is known by the name of his father. */
    private @Nullable UnknownName ancientAt(Tokens tokens, int token, int kinds) {
        int next = token + length(tokens, token, Kind.RULER, kinds);
        if (next > token && isWhole(tokens, next - 1, next) && lists.length(tokens, next, Kind.ORDINAL) > 0) {
            boolean ranked = goesOn(tokens, next + 1, false) && lists.length(tokens, next + 1, Kind.RANKED) > 0;
            return ranked ? null : new UnknownName(token, next, UnknownName.Kind.PERSON, NAMED);
        }
        next = token + length(tokens, token, Kind.PATRONYM, kinds);
        return next > token && isWhole(tokens, next - 1, next) && maybeSurname(tokens, next)
                ? new UnknownName(token, tokens.endOfWord(next), UnknownName.Kind.PERSON, NAMED)
                : null;
    }

    /** Whether the next word goes on with one that has nothing attached. */
    private static boolean isWhole(Tokens tokens, int token, int next) {
        return tokens.suffix(token) == Suffix.NONE && goesOn(tokens, next, false);
    }

    /** The length of a phrase of the given kind, if that is among the kinds that may begin with the word. */
    private int length(Tokens tokens, int token, Kind kind, int kinds) {
        return kind.isIn(kinds) ? lists.length(tokens, token, kind) : 0;
    }

    private @Nullable UnknownName personAt(Tokens tokens, int start, boolean titled, int before) {
        int at = start;
        boolean strong = false;
        int given = 0;
        while (given < MOST_GIVEN && goesOn(tokens, at, at == before)) {
            int kinds = lists.starting(tokens, at);
            strong |= Kind.GIVEN.isIn(kinds);
            int length = length(tokens, at, Kind.GIVEN.isIn(kinds) ? Kind.GIVEN : Kind.WEAK_GIVEN, kinds);
            if (length == 0) {
                break;
            }
            given++;
            at += length;
        }
        boolean ended = at > start && tokens.suffix(at - 1) != Suffix.NONE;
        if (given == 0 && !titled || ended || !goesOn(tokens, at, false)) {
            return null;
        }
        UnknownName son = given == 0 ? null : sonOf(tokens, start, at);
        if (son != null || !maybeSurname(tokens, at)) {
            return son;
        }
        int last = lastOfSurname(tokens, at);
        boolean surname = isSurname(tokens, at, last);
        boolean around = isSurrounded(tokens, before, last);
        if (titled && (given > 0 || surname)) {
            return new UnknownName(start, last, UnknownName.Kind.PERSON, TITLED);
        }
        if (strong && (surname || around)) {
            return new UnknownName(start, last, UnknownName.Kind.PERSON, NAMED);
        }
        return strong && isUnheardOf(tokens, at, last)
                ? new UnknownName(start, last, UnknownName.Kind.PERSON, UNHEARD)
                : null;
    }

    /** "Ali bin Hamza": after a first name and the word for "son of" or "daughter of" stands another. */
    private @Nullable UnknownName sonOf(Tokens tokens, int start, int at) {
        int last = -1;
        int next = at;
        while (goesOn(tokens, next, false) && lists.length(tokens, next, Kind.SON_OF) > 0) {
            int father = next + lists.length(tokens, next, Kind.SON_OF);
            if (!goesOn(tokens, father, false) || lists.length(tokens, father, Kind.STOP) > 0) {
                break;
            }
            last = tokens.endOfWord(father);
            next = last + 1;
        }
        return last < 0 ? null : new UnknownName(start, last, UnknownName.Kind.PERSON, TITLED);
    }

    private boolean isSurname(Tokens tokens, int first, int last) {
        return lists.looksLikeSurname(tokens.text().key(), tokens.start(first), tokens.end(last))
                || first + lists.length(tokens, first, Kind.SURNAME) == last + 1;
    }

    /** No dictionary has the word: then it is a name or a slip of the pen. */
    private static boolean isUnheardOf(Tokens tokens, int first, int last) {
        String key = tokens.text().key();
        int start = tokens.start(first);
        int end = tokens.end(last);
        return end - start >= LONG_ENOUGH
                && (Character.UnicodeScript.of(key.charAt(start)) == Character.UnicodeScript.LATIN
                        || !isKnown(key, start, end)
                                && !(MAY_BE_ENDING.indexOf(key.charAt(end - 1)) >= 0 && isKnown(key, start, end - 1))
                                && !(key.charAt(start) == VAV && isKnown(key, start + 1, end)));
    }

    /** Whether a name may go on with the word: not behind a dash that stands between two spaces. */
    private static boolean goesOn(Tokens tokens, int token, boolean first) {
        return token < tokens.size()
                && (first || tokens.flowsInto(token) && tokens.start(token) <= tokens.fullEnd(token - 1) + 1);
    }

    private boolean maybeSurname(Tokens tokens, int token) {
        return tokens.end(token) - tokens.start(token) >= SHORTEST
                && tokens.suffix(token) != Suffix.DERIVED
                && !Character.isDigit(tokens.text().key().charAt(tokens.start(token)))
                && (lists.starting(tokens, token) & NO_SURNAME) == 0
                && isCapitalOrPersian(tokens, token);
    }

    /** Latin names begin with a capital; scripts without capitals give no such hint. */
    private static boolean isCapitalOrPersian(Tokens tokens, int token) {
        int start = tokens.start(token);
        char first = tokens.text().key().charAt(start);
        return first >= ARABIC && first < AFTER_ARABIC || !Character.isLowerCase(tokens.originalAt(start));
    }

    /** A half-space goes on with the surname; so does a second word that can hardly be anything else. */
    private int lastOfSurname(Tokens tokens, int token) {
        int last = tokens.endOfWord(token);
        if (goesOn(tokens, last + 1, false) && maybeSurname(tokens, last + 1)) {
            int end = tokens.endOfWord(last + 1);
            boolean second = lists.looksLikeSurname(tokens.text().key(), tokens.start(last + 1), tokens.end(end))
                    && !lists.looksLikeSurname(tokens.text().key(), tokens.start(token), tokens.end(last));
            if (second || lists.length(tokens, last + 1, Kind.SURNAME) > 0) {
                return end;
            }
        }
        return last;
    }

    private boolean isSurrounded(Tokens tokens, int first, int last) {
        boolean roleBefore = first > 0 && tokens.flowsInto(first) && lists.endsAt(tokens, first - 1, Kind.ROLE);
        return roleBefore || last + 1 < tokens.size() && isBefore(tokens, last + 1);
    }

    private boolean isBefore(Tokens tokens, int next) {
        int kinds = lists.starting(tokens, next);
        return Kind.ROLE.isIn(kinds) || tokens.flowsInto(next) && Kind.SPEECH.isIn(kinds);
    }

    private static boolean isKnown(String key, int start, int end) {
        return HalfSpaces.shipped().isKnownWord(key, start, end);
    }

    /** "This town" and "every village" have no name after them. */
    private boolean isDetermined(Tokens tokens, int token) {
        return token > 0 && tokens.flowsInto(token) && lists.endsAt(tokens, token - 1, Kind.DETERMINER);
    }

    private @Nullable UnknownName placeAt(Tokens tokens, int token) {
        if (!goesOn(tokens, token, false)
                || !maybeSurname(tokens, token)
                || HalfSpaces.shipped().isOrdinaryWord(tokens.word(token))
                || tokens.suffix(token) != Suffix.NONE
                || tokens.suffix(token - 1) != Suffix.NONE
                || lists.length(tokens, token, Kind.PLACE_STOP) > 0) {
            return null;
        }
        return new UnknownName(token, tokens.endOfWord(token), UnknownName.Kind.PLACE, PLACED);
    }

    /** A word such as "hospital" or "lake" and the name after it, which no dictionary has. */
    private @Nullable UnknownName unheardAt(Tokens tokens, int first, int token, UnknownName.Kind kind) {
        if (tokens.suffix(token - 1) != Suffix.NONE) {
            return null;
        }
        int last = -1;
        int at = token;
        while (at < token + MOST_OF_ORGANISATION
                && goesOn(tokens, at, false)
                && maybeSurname(tokens, at)
                && tokens.suffix(at) == Suffix.NONE
                && lists.length(tokens, at, Kind.ORG_STOP) == 0
                && isUnheardOf(tokens, at, tokens.endOfWord(at))) {
            last = tokens.endOfWord(at);
            at = last + 1;
        }
        return last < 0 ? null : new UnknownName(first, last, kind, PLACED);
    }
}
