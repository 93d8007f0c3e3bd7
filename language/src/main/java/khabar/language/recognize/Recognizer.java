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
        if (tokens.isJoined(token)) {
            return null;
        }
        long phrases = lists.phrases(tokens, token);
        int kinds = NameLists.kinds(phrases);
        int title = NameLists.length(phrases, Kind.TITLE);
        if (title > 0 || Kind.GIVEN.isIn(kinds) || Kind.WEAK_GIVEN.isIn(kinds)) {
            UnknownName person = personAt(tokens, token, title, phrases);
            if (person != null) {
                return person;
            }
        }
        UnknownName ancient = ancientAt(tokens, token, phrases);
        return ancient == null ? headedAt(tokens, token, phrases) : ancient;
    }

    /** A place or an organisation behind the word for what it is. */
    private @Nullable UnknownName headedAt(Tokens tokens, int token, long phrases) {
        int head = NameLists.length(phrases, Kind.PLACE_HEAD);
        if (head > 0) {
            return isDetermined(tokens, token) ? null : placeAt(tokens, token + head);
        }
        head = NameLists.length(phrases, Kind.GEO_HEAD);
        if (head > 0) {
            return isDetermined(tokens, token) ? null : unheardAt(tokens, token, token + head, UnknownName.Kind.PLACE);
        }
        head = NameLists.length(phrases, Kind.ORG_HEAD);
        if (head > 0) {
            return unheardAt(tokens, token, token + head, UnknownName.Kind.ORGANISATION);
        }
        head = NameLists.length(phrases, Kind.ORG_TITLE);
        return head == 0 ? null : unheardAt(tokens, token + head, token + head, UnknownName.Kind.ORGANISATION);
    }

    /** "Henry the Eighth", unless he was placed so; and who is known by the name of his father. */
    private @Nullable UnknownName ancientAt(Tokens tokens, int token, long phrases) {
        int next = token + NameLists.length(phrases, Kind.RULER);
        if (next > token && isWhole(tokens, next - 1, next) && lists.length(tokens, next, Kind.ORDINAL) > 0) {
            boolean ranked = goesOn(tokens, next + 1, false) && lists.length(tokens, next + 1, Kind.RANKED) > 0;
            return ranked ? null : new UnknownName(token, next, UnknownName.Kind.PERSON, NAMED);
        }
        next = token + NameLists.length(phrases, Kind.PATRONYM);
        return next > token
                        && isWhole(tokens, next - 1, next)
                        && maybeSurname(tokens, next, lists.phrases(tokens, next))
                ? new UnknownName(token, tokens.endOfWord(next), UnknownName.Kind.PERSON, NAMED)
                : null;
    }

    /** Whether the next word goes on with one that has nothing attached. */
    private static boolean isWhole(Tokens tokens, int token, int next) {
        return tokens.suffix(token) == Suffix.NONE && goesOn(tokens, next, false);
    }

    /** The person whose name begins at the given word, the first of the given phrases, with a title of so many words. */
    private @Nullable UnknownName personAt(Tokens tokens, int first, int title, long phrases) {
        int start = first + title;
        int at = start;
        long here = title == 0 ? phrases : lists.phrases(tokens, start);
        boolean strong = false;
        int given = 0;
        while (given < MOST_GIVEN && goesOn(tokens, at, at == first)) {
            boolean isGiven = Kind.GIVEN.isIn(NameLists.kinds(here));
            strong |= isGiven;
            int length = NameLists.length(here, isGiven ? Kind.GIVEN : Kind.WEAK_GIVEN);
            if (length == 0 || !isCapitalOrPersian(tokens, at)) {
                break;
            }
            given++;
            at += length;
            here = lists.phrases(tokens, at);
        }
        boolean ended = at > start && tokens.suffix(at - 1) != Suffix.NONE;
        if (strong && given > 1 && isLatinWord(tokens, start) && !mayGoOn(tokens, at, here)) {
            return new UnknownName(start, at - 1, UnknownName.Kind.PERSON, NAMED);
        }
        if (given + title == 0 || ended || !goesOn(tokens, at, false)) {
            return null;
        }
        UnknownName son = given == 0 || NameLists.length(here, Kind.SON_OF) == 0 ? null : sonOf(tokens, start, at);
        if (son != null || !maybeSurname(tokens, at, here)) {
            return son;
        }
        int last = lastOfSurname(tokens, at);
        boolean surname = looksLikeSurname(tokens, at, last) || at + NameLists.length(here, Kind.SURNAME) == last + 1;
        if (title > 0 && (given > 0 || surname)) {
            return new UnknownName(start, last, UnknownName.Kind.PERSON, TITLED);
        }
        if (strong && (surname || isSurrounded(tokens, first, last))) {
            return new UnknownName(start, last, UnknownName.Kind.PERSON, NAMED);
        }
        return strong && isUnheardOf(tokens, at, last)
                ? new UnknownName(start, last, UnknownName.Kind.PERSON, UNHEARD)
                : null;
    }

    /** Whether a surname follows at the given word, the first of the given phrases. */
    private boolean mayGoOn(Tokens tokens, int at, long phrases) {
        return goesOn(tokens, at, false) && maybeSurname(tokens, at, phrases);
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

    private boolean looksLikeSurname(Tokens tokens, int first, int last) {
        return lists.looksLikeSurname(tokens.text().key(), tokens.start(first), tokens.end(last));
    }

    /** No dictionary has the word: then it is a name or a slip of the pen. */
    private static boolean isUnheardOf(Tokens tokens, int first, int last) {
        String key = tokens.text().key();
        int start = tokens.start(first);
        int end = tokens.end(last);
        return end - start >= LONG_ENOUGH
                && (isLatin(key.charAt(start))
                        || !isKnown(key, start, end)
                                && !(MAY_BE_ENDING.indexOf(key.charAt(end - 1)) >= 0 && isKnown(key, start, end - 1))
                                && !(key.charAt(start) == VAV && isKnown(key, start + 1, end)));
    }

    private static boolean isLatinWord(Tokens tokens, int token) {
        return isLatin(tokens.text().key().charAt(tokens.start(token)));
    }

    private static boolean isLatin(char c) {
        return !isArabic(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static boolean isArabic(char c) {
        return c >= ARABIC && c < AFTER_ARABIC;
    }

    /** Whether a name may go on with the word: not behind a dash that stands between two spaces. */
    private static boolean goesOn(Tokens tokens, int token, boolean first) {
        return token < tokens.size()
                && (first || tokens.flowsInto(token) && tokens.start(token) <= tokens.fullEnd(token - 1) + 1);
    }

    /** Whether the word, the first of the given phrases, may be a surname or the name of a place. */
    private boolean maybeSurname(Tokens tokens, int token, long phrases) {
        return tokens.end(token) - tokens.start(token) >= SHORTEST
                && tokens.suffix(token) != Suffix.DERIVED
                && !Character.isDigit(tokens.text().key().charAt(tokens.start(token)))
                && (NameLists.kinds(phrases) & NO_SURNAME) == 0
                && isCapitalOrPersian(tokens, token);
    }

    /** Latin names begin with a capital; scripts without capitals give no such hint. */
    private static boolean isCapitalOrPersian(Tokens tokens, int token) {
        int start = tokens.start(token);
        char first = tokens.text().key().charAt(start);
        return isArabic(first) || !Character.isLowerCase(tokens.originalAt(start));
    }

    /** A half-space goes on with the surname; so does a second word that can hardly be anything else. */
    private int lastOfSurname(Tokens tokens, int token) {
        int last = tokens.endOfWord(token);
        long phrases = goesOn(tokens, last + 1, false) ? lists.phrases(tokens, last + 1) : 0;
        if (goesOn(tokens, last + 1, false) && maybeSurname(tokens, last + 1, phrases)) {
            int end = tokens.endOfWord(last + 1);
            boolean hyphen = tokens.text().key().charAt(tokens.start(last + 1) - 1) == '-';
            boolean second = hyphen && isLatinWord(tokens, token)
                    || looksLikeSurname(tokens, last + 1, end) && !looksLikeSurname(tokens, token, last);
            if (second || NameLists.length(phrases, Kind.SURNAME) > 0) {
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
        int kinds = NameLists.kinds(lists.phrases(tokens, next));
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
        long phrases = lists.phrases(tokens, token);
        if (!goesOn(tokens, token, false)
                || !maybeSurname(tokens, token, phrases)
                || NameLists.length(phrases, Kind.PLACE_STOP) > 0
                || tokens.suffix(token) != Suffix.NONE
                || tokens.suffix(token - 1) != Suffix.NONE
                || HalfSpaces.shipped().isOrdinaryWord(tokens.word(token))) {
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
        while (at < token + MOST_OF_ORGANISATION && goesOn(tokens, at, false)) {
            long phrases = lists.phrases(tokens, at);
            if (!maybeSurname(tokens, at, phrases)
                    || NameLists.length(phrases, Kind.ORG_STOP) > 0
                    || tokens.suffix(at) != Suffix.NONE
                    || !isUnheardOf(tokens, at, tokens.endOfWord(at))) {
                break;
            }
            last = tokens.endOfWord(at);
            at = last + 1;
        }
        return last < 0 ? null : new UnknownName(first, last, kind, PLACED);
    }
}
