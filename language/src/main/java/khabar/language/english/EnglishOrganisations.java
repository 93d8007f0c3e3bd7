package khabar.language.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import khabar.language.english.EnglishNames.Article;
import khabar.language.english.EnglishWords.Kind;
import khabar.language.recognize.UnknownName;

/** Organisations in English, by the words in their names, what stands before and after them, and their acronyms. */
final class EnglishOrganisations {
    private static final double SURE = 0.8;
    private static final double BY_KIND = 0.7;
    private static final double BY_ROLE = 0.6;
    private static final int MOST_WORDS = 9;
    private static final int NONE = EnglishText.NONE;
    /** Words that are of an organisation before "for", not before "of". */
    private static final Set<String> CENTRE = Set.of("centre", "center");
    /** What organisations are not called by. */
    private static final long NOT_ALONE = Kind.ORDINARY.bit()
            | Kind.NEVER.bit()
            | Kind.EVENT.bit()
            | Kind.CAP_ROLE.bit()
            | Kind.TITLE.bit()
            | Kind.PART.bit()
            | Kind.PLACE_END.bit()
            | Kind.PLACE_HEAD.bit()
            | Kind.ACRONYM_STOP.bit();
    /** Words for organisations, at the end of their names. */
    private static final long HEADS = Kind.END.bit() | Kind.WEAK_END.bit() | Kind.LED_END.bit();
    /** One of them is in a name that says that it is one. */
    private static final long IN_NAMES = HEADS | Kind.HEAD.bit() | Kind.PART.bit();
    /** What may stand behind a name: the word for who is in it, or his name. */
    private static final long PEOPLE = Kind.CAP_ROLE.bit() | Kind.TITLE.bit() | Kind.GIVEN.bit() | Kind.DEMONYM.bit();
    /** What ends on these is no organisation, though it has an acronym. */
    private static final long THINGS = Kind.EVENT.bit() | Kind.THING.bit();
    /** Where a name begins no more. */
    private static final long BREAKS = Kind.TITLE.bit() | Kind.CAP_ROLE.bit();

    private final Article article;
    /** Acronyms in brackets after names. */
    private final List<ShortForm> acronyms = new ArrayList<>();

    EnglishOrganisations(Article article) {
        this.article = article;
    }

    /** Acronyms that stand beside the names that they are of. */
    List<ShortForm> acronyms() {
        return acronyms;
    }

    /** Adds those that say so, by a word in them, by their acronym or by a word before them. */
    void addNamed(EnglishText text) {
        int next = 0;
        for (int run = 0; run < text.runs(); run++) {
            int first = Math.max(text.first(run), next);
            boolean may = text.has(run, IN_NAMES)
                    || text.isLower(first - 1, Kind.ORG_KIND)
                    || text.isAfter(" (", text.last(run) + 1);
            if (!may || first > text.last(run)) {
                continue;
            }
            int start = start(text, first, text.last(run));
            int last = start == NONE ? NONE : lastOfHeaded(text, start);
            if (last == NONE && start != NONE) {
                last = lastOfAcronym(text, start, text.last(run));
            }
            double confidence = SURE;
            if (last == NONE && isBehindKind(text, first)) {
                start = first;
                last = lastOfKind(text, first, text.last(run));
                confidence = BY_KIND;
            }
            if (last != NONE) {
                if (!text.known().cuts(start, last) && !text.known().isOneKnown(start, last)) {
                    article.add(text, new UnknownName(start, last, UnknownName.Kind.ORGANISATION, confidence));
                }
                noteAcronym(text, start, last);
                next = last + 1;
            }
        }
        addWithDigits(text);
    }

    /** The first word of the run that may begin a name. */
    private static int start(EnglishText text, int first, int last) {
        int start = first;
        while (start < last) {
            boolean ordinary =
                    text.begins(start) && text.isKind(start, Kind.ORDINARY) && !text.isKind(start, Kind.PART);
            boolean day = text.isKind(start, Kind.NEVER) && !text.isAny(start, Kind.PART.bit() | Kind.DEMONYM.bit());
            boolean breaks = text.isAny(start, BREAKS) && !text.isKind(start, Kind.PART);
            if (!ordinary && !breaks && !day && !text.isKind(start, Kind.THE)) {
                break;
            }
            start++;
        }
        return start > last ? NONE : start;
    }

    /** The last word of a name that begins with the given one and has a word for an organisation in it. */
    private static int lastOfHeaded(EnglishText text, int start) {
        if (isTitleOfWork(text, start)) {
            return NONE;
        }
        int end = NONE;
        int from = start;
        boolean inOf = false;
        while (from != NONE && from < start + MOST_WORDS) {
            int last = text.lastFrom(from);
            int reached = inOf ? lastOfPart(text, from, last) : lastOfWord(text, start, from, last);
            if (reached == NONE) {
                break;
            }
            boolean headed = inOf || text.isAny(reached, HEADS);
            end = headed ? reached : end;
            if (reached < last) {
                break;
            }
            int next = afterOf(text, last + 1);
            if (next != NONE && (inOf || text.isKind(last, Kind.HEAD))) {
                from = next;
                inOf = true;
                continue;
            }
            from = afterAnd(text, start, last);
        }
        return end == start || end == NONE ? NONE : end;
    }

    /** "School Of Rock" */
    private static boolean isTitleOfWork(EnglishText text, int start) {
        int last = text.lastFrom(start);
        for (int i = start + 1; i < last; i++) {
            if (text.isCapital(i) && text.isAny(i, Kind.OF.bit() | Kind.AND.bit() | Kind.THE.bit())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLed(EnglishText text, int token) {
        return text.isAny(token, Kind.PART.bit() | Kind.DEMONYM.bit())
                || text.known().isKnown(token, UnknownName.Kind.PLACE)
                || text.isKind(token, Kind.LED_END);
    }

    /** The last word for an organisation in the run, or its last word where there is none. */
    private static int lastOfWord(EnglishText text, int start, int from, int last) {
        for (int i = last; i > Math.max(from - 1, start); i--) {
            boolean strong = text.isKind(i, Kind.END);
            boolean weak = text.isKind(i, Kind.WEAK_END) && isOwn(text, start, i);
            boolean led = text.isKind(i, Kind.LED_END) && isLed(text, i - 1);
            if ((strong || weak || led) && !text.known().isKnown(i) && !text.isAfter("-", i + 1)) {
                return i == last || text.isAny(i + 1, PEOPLE) || text.known().isInKnown(i + 1) ? i : NONE;
            }
        }
        return text.isAny(last, HEADS) && last > start ? NONE : last;
    }

    /** Whether one of the words is a name of its own. */
    private static boolean isOwn(EnglishText text, int start, int end) {
        for (int i = start; i < end; i++) {
            boolean plain = !text.isAny(i, NOT_ALONE | Kind.GIVEN.bit() | Kind.WEAK_GIVEN.bit());
            if (plain && !text.known().isKnown(i, UnknownName.Kind.PLACE) && text.isCapital(i)) {
                return true;
            }
        }
        return false;
    }

    /** The last word behind "of" that is part of the name. */
    private static int lastOfPart(EnglishText text, int from, int last) {
        int end = NONE;
        for (int i = from; i <= last; i++) {
            boolean day = text.isKind(i, Kind.NEVER) && !text.isKind(i, Kind.DEMONYM);
            if ((day || text.isAny(i, BREAKS | Kind.EVENT.bit())) && !isPart(text, i)) {
                break;
            }
            end = i;
        }
        return end;
    }

    private static boolean isPart(EnglishText text, int token) {
        return text.isKind(token, Kind.PART);
    }

    /** The word with a capital behind "of" or "of the", or none. */
    private static int afterOf(EnglishText text, int token) {
        boolean of = text.isNext(token) && text.isLower(token, Kind.OF);
        if (!of || CENTRE.contains(text.key(token - 1, token - 1)) && text.letter(token) != 'f') {
            return NONE;
        }
        int next = token + 1;
        if (text.isNext(next) && text.isLower(next, Kind.THE)) {
            next++;
        }
        return text.isNext(next) && text.isCapital(next) ? next : NONE;
    }

    /** The word with a capital behind "and", where what stands around it goes together. */
    private static int afterAnd(EnglishText text, int start, int last) {
        int next = last + 2;
        boolean and = text.isNext(last + 1) && text.isLower(last + 1, Kind.AND) && text.isNext(next);
        if (!and || !text.isCapital(next) || !isPart(text, last) || !isPart(text, next)) {
            return NONE;
        }
        return text.known().isKnown(last) && last == start ? NONE : next;
    }

    /** The last word of a name that its acronym in brackets tells, or none. */
    private static int lastOfAcronym(EnglishText text, int start, int last) {
        if (last == start || !text.isAfter(" (", last + 1) || text.isAny(last, THINGS)) {
            return NONE;
        }
        boolean same = isAcronymOf(text, last + 1, start, last) && !text.isKind(last + 1, Kind.ACRONYM_STOP);
        return same ? last : NONE;
    }

    /** Whether the letters of a word are the first ones of other words, of which those without a capital may be left out. */
    static boolean isAcronymOf(EnglishText text, int acronym, int first, int last) {
        if (!text.isAcronym(acronym)) {
            return false;
        }
        String letters = text.key(acronym, acronym);
        int at = 0;
        for (int i = first; i <= last; i++) {
            if (at < letters.length() && text.letter(i) == letters.charAt(at)) {
                at++;
            } else if (text.isCapital(i)) {
                return false;
            }
        }
        return at == letters.length();
    }

    private void noteAcronym(EnglishText text, int first, int last) {
        int acronym = last + 1;
        boolean bracketed = text.isAfter(" (", acronym) && text.isAcronym(acronym);
        if (bracketed && text.letter(acronym) == text.letter(first)) {
            boolean exact = isAcronymOf(text, acronym, first, last);
            if (exact || text.length(acronym) > 2) {
                acronyms.add(new ShortForm(text.place(acronym, acronym), text.place(first, last), SURE));
            }
        }
    }

    /** Whether a word for organisations stands before: "security firm". */
    private boolean isBehindKind(EnglishText text, int first) {
        if (text.length(first) < 2 || article.surnames.contains(text.key(first, first))) {
            return false;
        }
        if (isPersonBehind(text, first)) {
            return false;
        }
        return text.isNext(first)
                && text.isLower(first - 1, Kind.ORG_KIND)
                && !text.isAny(first, NOT_ALONE & ~Kind.PART.bit());
    }

    /** "film-maker", "publisher" and a first name */
    private static boolean isPersonBehind(EnglishText text, int first) {
        boolean given = text.isAny(first, Kind.GIVEN.bit() | Kind.WEAK_GIVEN.bit());
        return given && (text.isKind(first - 1, Kind.EITHER) || text.isAfter("-", first - 1));
    }

    private static int lastOfKind(EnglishText text, int first, int last) {
        int end = NONE;
        for (int i = first; i <= last; i++) {
            if (text.isAny(i, BREAKS | Kind.NEVER.bit()) || text.known().isInKnown(i)) {
                break;
            }
            end = i;
        }
        boolean part = end == first && isPart(text, first);
        return part ? NONE : end;
    }

    /** "security firm 3ami" */
    private void addWithDigits(EnglishText text) {
        for (int i : text.digits()) {
            if (isBehindKind(text, i) && hasLetters(text, i)) {
                article.add(text, new UnknownName(i, i, UnknownName.Kind.ORGANISATION, BY_ROLE));
            }
        }
    }

    private static boolean hasLetters(EnglishText text, int token) {
        return text.key(token, token).chars().filter(Character::isLetter).count() > 2;
    }

    /** Adds names that stand before what people are in organisations, or what these have. */
    void addBesideRoles(EnglishText text) {
        for (int run = 0; run < text.runs(); run++) {
            int first = text.first(run);
            int last = text.last(run);
            if (text.isTaken(last, last)) {
                continue;
            }
            while (first < last && text.isKind(first, Kind.ORDINARY) && text.begins(first)) {
                first++;
            }
            int after = text.isGenitive(last + 1) ? last + 2 : last + 1;
            if (text.isLower(after, Kind.ORG_ROLE) && text.isNext(after) && mayStandAlone(text, first, last)) {
                article.add(text, new UnknownName(first, last, UnknownName.Kind.ORGANISATION, BY_ROLE));
            } else if (last > first + 1 && isKnownByAcronym(text, first, last)) {
                article.add(text, new UnknownName(first, last, UnknownName.Kind.ORGANISATION, BY_KIND));
            }
        }
    }

    /** "World Community Grid", where the article says "WCG" elsewhere. */
    private boolean isKnownByAcronym(EnglishText text, int first, int last) {
        if (text.isTaken(first, last)
                || text.isAny(last, THINGS)
                || text.known().isOneKnown(first, last)) {
            return false;
        }
        StringBuilder letters = new StringBuilder();
        for (int i = first; i <= last; i++) {
            letters.append(text.letter(i));
        }
        return article.acronyms().contains(letters.toString()) && !text.known().cuts(first, last);
    }

    private boolean mayStandAlone(EnglishText text, int first, int last) {
        for (int i = first; i <= last; i++) {
            if (text.isAny(i, NOT_ALONE) || text.known().isKnown(i)) {
                return false;
            }
        }
        boolean person = text.isAny(first, Kind.GIVEN.bit() | Kind.WEAK_GIVEN.bit())
                || article.surnames.contains(text.key(last, last));
        boolean sure = !text.begins(first) || text.isAcronym(first) || last > first;
        return !person && sure && text.length(first) > 1 && !text.isTaken(first, last);
    }
}
