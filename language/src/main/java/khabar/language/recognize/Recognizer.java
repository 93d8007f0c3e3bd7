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
    private static final int PERSON = Kind.TITLE.bit() | Kind.GIVEN.bit() | Kind.WEAK_GIVEN.bit();
    private static final int ANCIENT = Kind.RULER.bit() | Kind.PATRONYM.bit();
    private static final int HEAD =
            Kind.PLACE_HEAD.bit() | Kind.GEO_HEAD.bit() | Kind.ORG_HEAD.bit() | Kind.ORG_TITLE.bit();
    private static final long CUES = Kind.FAMILY.longBit() | Bodies.HEADS;
    private static final char ARABIC = '\u0600';
    private static final char AFTER_ARABIC = '\u0700';
    private static final char VAV = '\u0648';
    /** Letters that a word may have more than the dictionary: yeh, sheen, meem, teh, noon, heh, alef and dal. */
    private static final String MAY_BE_ENDING = "\u06cc\u0634\u0645\u062a\u0646\u0647\u0627\u062f";

    private final NameLists lists;
    private final PlacedBodies placedBodies;
    private final PersianSurnames surnames;
    private final Bodies bodies;
    private final AsianNames asians;
    private final Speakers speakers;
    private final WorkTitles titles;

    /** A recognizer that goes by the lists in the given lines, and by what bodies are called in the further ones. */
    public Recognizer(List<String> lines, List<String> bodyLines, Normalizer normalizer, Vocabulary words) {
        lists = NameLists.parse(lines, normalizer, words);
        placedBodies = PlacedBodies.parse(bodyLines, lists, normalizer, words);
        surnames = new PersianSurnames(lists);
        bodies = new Bodies(lists);
        asians = new AsianNames(lists);
        speakers = new Speakers(lists);
        titles = new WorkTitles(lists);
    }

    /** What finds bodies that are named by what they do and where. */
    public PlacedBodies placedBodies() {
        return placedBodies;
    }

    /** What finds the titles of works. */
    public WorkTitles titles() {
        return titles;
    }

    /**
     * The stretches of the text that look like names, in its order; they do not overlap.
     *
     * @param found to which what may be the names of bodies is added
     */
    public List<UnknownName> namesIn(Tokens tokens, List<Body> found) {
        List<UnknownName> names = new ArrayList<>();
        UnknownName speaker = speakers.in(tokens);
        int next = 0;
        if (speaker != null) {
            names.add(speaker);
            next = speaker.last() + 1;
        }
        for (int from = 0; from < tokens.size(); from += Long.SIZE) {
            for (long rest = lists.openings(tokens, from); rest != 0; rest &= rest - 1) {
                int token = from + Long.numberOfTrailingZeros(rest);
                UnknownName name = token < next ? null : nameAt(tokens, token, found);
                if (name != null) {
                    names.add(name);
                    next = name.last() + 1;
                }
            }
        }
        return names;
    }

    /** Whether the surname that ends with the given word tells its bearer without a first name. */
    public boolean standsAlone(Tokens tokens, int last) {
        return surnames.standsAlone(tokens, last);
    }

    private @Nullable UnknownName nameAt(Tokens tokens, int token, List<Body> found) {
        if (tokens.isJoined(token)) {
            return null;
        }
        long phrases = lists.phrases(tokens, token);
        int kinds = NameLists.kinds(phrases);
        UnknownName name = null;
        if (Kind.CUE.isIn(kinds)) {
            long cue = lists.longest(tokens, token, CUES);
            if (Kind.FAMILY.isAmong(cue)) {
                name = asians.at(tokens, token);
            } else {
                bodies.addTo(found, tokens, token, cue);
            }
        }
        if (name == null && (kinds & PERSON) != 0) {
            name = personAt(tokens, token, NameLists.length(phrases, Kind.TITLE), phrases);
        }
        if (name == null && (kinds & ANCIENT) != 0) {
            name = ancientAt(tokens, token, phrases);
        }
        return name == null && (kinds & HEAD) != 0 ? headedAt(tokens, token, phrases) : name;
    }

    /** A place or an organisation behind the word for what it is. */
    private @Nullable UnknownName headedAt(Tokens tokens, int token, long phrases) {
        int head = NameLists.length(phrases, Kind.PLACE_HEAD);
        if (head > 0) {
            UnknownName place = placeAt(tokens, token + head);
            return place == null || lists.isDetermined(tokens, token) ? null : place;
        }
        head = NameLists.length(phrases, Kind.GEO_HEAD);
        if (head > 0) {
            UnknownName place = unheardAt(tokens, token, token + head, UnknownName.Kind.PLACE);
            return place == null || lists.isDetermined(tokens, token) ? null : place;
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
            boolean ranked = NameLists.goesOn(tokens, next + 1) && lists.length(tokens, next + 1, Kind.RANKED) > 0;
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
        return tokens.suffix(token) == Suffix.NONE && NameLists.goesOn(tokens, next);
    }

    /** The person whose name begins at the given word, the first of the given phrases, with a title of so many words. */
    private @Nullable UnknownName personAt(Tokens tokens, int first, int title, long phrases) {
        int start = first + title;
        int at = start;
        if (title > 0 && !NameLists.goesOn(tokens, start)) {
            return null;
        }
        long here = title == 0 ? phrases : lists.phrases(tokens, start);
        boolean strong = false;
        int given = 0;
        while (given < MOST_GIVEN) {
            boolean isGiven = Kind.GIVEN.isIn(NameLists.kinds(here));
            strong |= isGiven;
            int length = NameLists.length(here, isGiven ? Kind.GIVEN : Kind.WEAK_GIVEN);
            if (length == 0 || !isCapitalOrPersian(tokens, at)) {
                break;
            }
            given++;
            at += length;
            if (!NameLists.goesOn(tokens, at)) {
                return strong && given > 1 ? ofGiven(tokens, start, at) : null;
            }
            here = lists.phrases(tokens, at);
        }
        boolean ended = at > start && tokens.suffix(at - 1) != Suffix.NONE;
        if (given + title == 0 || ended) {
            return null;
        }
        UnknownName son = given == 0 || !Kind.SON_OF.isIn(NameLists.kinds(here)) ? null : sonOf(tokens, start, at);
        boolean whole = strong || title > 0 || isEndedSurname(tokens, at, here);
        if (son != null || !whole || !maybeSurname(tokens, at, here)) {
            return son == null && strong && given > 1 ? ofGiven(tokens, start, at) : son;
        }
        int last = lastOfSurname(tokens, at);
        if (title > 0 && given > 0) {
            return new UnknownName(start, last, UnknownName.Kind.PERSON, TITLED);
        }
        boolean surname = looksLikeSurname(tokens, at, last) || at + NameLists.length(here, Kind.SURNAME) == last + 1;
        if (title > 0) {
            return surname ? new UnknownName(start, last, UnknownName.Kind.PERSON, TITLED) : null;
        }
        if (surname || isSurrounded(tokens, first, last)) {
            return new UnknownName(start, last, UnknownName.Kind.PERSON, NAMED);
        }
        return isUnheardOf(tokens, at, last) || strong && surnames.follows(tokens, start, at, last)
                ? new UnknownName(start, last, UnknownName.Kind.PERSON, UNHEARD)
                : null;
    }

    /** Two first names in Latin letters are a whole name where no surname follows. */
    private static @Nullable UnknownName ofGiven(Tokens tokens, int start, int end) {
        return isLatinWord(tokens, start) ? new UnknownName(start, end - 1, UnknownName.Kind.PERSON, NAMED) : null;
    }

    /** "Ali bin Hamza": after a first name and the word for "son of" or "daughter of" stands another. */
    private @Nullable UnknownName sonOf(Tokens tokens, int start, int at) {
        int last = -1;
        int next = at;
        while (NameLists.goesOn(tokens, next) && lists.length(tokens, next, Kind.SON_OF) > 0) {
            int father = next + lists.length(tokens, next, Kind.SON_OF);
            if (!NameLists.goesOn(tokens, father) || lists.length(tokens, father, Kind.STOP) > 0) {
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
        if (first == last
                && tokens.suffix(last) == Suffix.NONE
                && tokens.isInDictionary(last, HalfSpaces.KNOWN_WORD)
                && isArabic(tokens.text().key().charAt(tokens.start(first)))) {
            return false;
        }
        String key = tokens.text().key();
        int start = tokens.start(first);
        int end = tokens.end(last);
        return end - start >= LONG_ENOUGH
                && (isLatin(key.charAt(start))
                        || !isKnown(key, start, end)
                                && !(MAY_BE_ENDING.indexOf(key.charAt(end - 1)) >= 0 && isKnown(key, start, end - 1))
                                && !(key.charAt(start) == VAV && isKnown(key, start + 1, end)));
    }

    /** Whether the word begins with a Latin letter. */
    public static boolean isLatinWord(Tokens tokens, int token) {
        return isLatin(tokens.text().key().charAt(tokens.start(token)));
    }

    private static boolean isLatin(char c) {
        return !isArabic(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static boolean isArabic(char c) {
        return c >= ARABIC && c < AFTER_ARABIC;
    }

    /** Whether the word, the first of the given phrases, may be a surname or the name of a place. */
    private boolean maybeSurname(Tokens tokens, int token, long phrases) {
        return (NameLists.kinds(phrases) & NO_SURNAME) == 0
                && tokens.end(token) - tokens.start(token) >= SHORTEST
                && tokens.suffix(token) != Suffix.DERIVED
                && !Character.isDigit(tokens.text().key().charAt(tokens.start(token)))
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
        if (lists.isTail(tokens, last + 1)) {
            return tokens.endOfWord(last + 1);
        }
        long phrases = NameLists.goesOn(tokens, last + 1) ? lists.phrases(tokens, last + 1) : 0;
        if (NameLists.goesOn(tokens, last + 1) && maybeSurname(tokens, last + 1, phrases)) {
            int end = tokens.endOfWord(last + 1);
            boolean hyphen = tokens.text().key().charAt(tokens.start(last + 1) - 1) == '-';
            boolean second = hyphen && isLatinWord(tokens, token)
                    || looksLikeSurname(tokens, last + 1, end) && !looksLikeSurname(tokens, token, last);
            if (second || NameLists.length(phrases, Kind.SURNAME) > 0) {
                return lists.isTail(tokens, end + 1) ? tokens.endOfWord(end + 1) : end;
            }
        }
        return last;
    }

    /** Whether a surname of many families and the end of a longer one stand there: what comes before is a first name. */
    private boolean isEndedSurname(Tokens tokens, int at, long phrases) {
        int surname = NameLists.length(phrases, Kind.SURNAME);
        return surname > 0 && lists.isTail(tokens, at + surname);
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

    private @Nullable UnknownName placeAt(Tokens tokens, int token) {
        if (!NameLists.goesOn(tokens, token)
                || tokens.suffix(token) != Suffix.NONE
                || tokens.suffix(token - 1) != Suffix.NONE) {
            return null;
        }
        long phrases = lists.phrases(tokens, token);
        if (!maybeSurname(tokens, token, phrases)
                || Kind.PLACE_STOP.isIn(NameLists.kinds(phrases))
                || tokens.isInDictionary(token, HalfSpaces.ORDINARY_WORD)) {
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
        while (at < token + MOST_OF_ORGANISATION && NameLists.goesOn(tokens, at) && tokens.suffix(at) == Suffix.NONE) {
            int end = tokens.endOfWord(at);
            if (!isUnheardOf(tokens, at, end)) {
                break;
            }
            long phrases = lists.phrases(tokens, at);
            if (!maybeSurname(tokens, at, phrases) || Kind.ORG_STOP.isIn(NameLists.kinds(phrases))) {
                break;
            }
            last = end;
            at = end + 1;
        }
        return last < 0 ? null : new UnknownName(first, last, kind, PLACED);
    }
}
