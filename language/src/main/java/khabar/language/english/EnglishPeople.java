package khabar.language.english;

import khabar.language.english.EnglishNames.Article;
import khabar.language.english.EnglishWords.Kind;
import khabar.language.recognize.UnknownName;

/** People in English: by a title, a first name, and by what is said around a name that no list has. */
final class EnglishPeople {
    private static final double TITLED = 0.8;
    private static final double BESIDE = 0.7;
    private static final double NAMED = 0.6;
    private static final int MOST_WORDS = 5;
    private static final int REACH = 5;
    private static final int NONE = EnglishText.NONE;
    private static final long GIVEN = Kind.GIVEN.bit() | Kind.WEAK_GIVEN.bit();
    /** What no word of a person's name is. */
    private static final long NEVER =
            Kind.NEVER.bit() | Kind.TITLE.bit() | Kind.EVENT.bit() | Kind.END.bit() | Kind.THE.bit();
    /** What no word is of a name that no list has. */
    private static final long NOT_PLAIN = NEVER
            | Kind.CAP_ROLE.bit()
            | Kind.PART.bit()
            | Kind.WEAK_END.bit()
            | Kind.HEAD.bit()
            | Kind.PLACE_END.bit()
            | Kind.PLACE_HEAD.bit()
            | Kind.ORDINARY.bit();

    private final Article article;

    EnglishPeople(Article article) {
        this.article = article;
    }

    /** Adds those with a title before their names. */
    void addTitled(EnglishText text) {
        for (int run = 0; run < text.runs(); run++) {
            int last = text.has(run, Kind.TITLE.bit()) ? text.last(run) : NONE;
            for (int i = text.first(run); i < last; i++) {
                if (text.isKind(i, Kind.TITLE) && !text.isKind(i + 1, Kind.TITLE)) {
                    int end = lastOfTitled(text, i + 1, last);
                    if (end != NONE
                            && !text.isTaken(i + 1, end)
                            && !text.known().cuts(i + 1, end)) {
                        addPerson(text, i + 1, end, TITLED);
                        i = end;
                    }
                }
            }
        }
    }

    private static int lastOfTitled(EnglishText text, int first, int last) {
        int end = NONE;
        for (int i = first; i <= Math.min(last, first + MOST_WORDS); i++) {
            if (text.isAny(i, NEVER | Kind.PLACE_END.bit() | Kind.CAP_ROLE.bit())
                    || text.known().isInKnown(i)) {
                break;
            }
            end = i;
        }
        boolean place = end == first && (text.known().isKnown(first) || text.isAny(first, Kind.PART.bit()));
        return place || end != NONE && text.length(end) < 2 ? NONE : end;
    }

    /** A known name with the same words stands for itself, but its surname is noted. */
    private void addPerson(EnglishText text, int first, int last, double confidence) {
        if (text.known().isOneKnown(first, last)
                && (last > first || text.known().isKnown(first, UnknownName.Kind.PERSON))) {
            article.surnames.add(text.key(last, last));
        } else {
            article.add(text, new UnknownName(first, last, UnknownName.Kind.PERSON, confidence));
        }
    }

    /** Adds those with a first name, and those whom the words around them tell. */
    void addNamed(EnglishText text) {
        for (int run = 0; run < text.runs(); run++) {
            int from = text.first(run);
            int last = text.last(run);
            while (from <= last && text.has(run, GIVEN)) {
                int end = Math.max(addGiven(text, from, last), from);
                from = end + 1;
            }
            addTold(text, text.first(run), last);
        }
    }

    /** Adds the person whose name begins with the word, if that is a first name; answers the last word, or none. */
    private int addGiven(EnglishText text, int first, int last) {
        if (!text.isAny(first, GIVEN) || text.known().isInKnown(first) || text.isTaken(first, first)) {
            return NONE;
        }
        int end = first;
        while (end < last && end < first + MOST_WORDS && mayFollowGiven(text, end + 1, last)) {
            end++;
        }
        while (end > first && (text.length(end) < 2 || !text.isCapital(end))) {
            end--;
        }
        int start = startBefore(text, first);
        if (end == first
                || text.isTaken(start, end)
                || text.known().isOneKnown(start, end)
                || text.known().cuts(start, end)) {
            return NONE;
        }
        boolean told = isTold(text, start, end);
        boolean weak = !text.isKind(first, Kind.GIVEN)
                && (text.known().isKnown(first) || text.isAny(end, NOT_PLAIN) || text.begins(first));
        if (weak && !told) {
            return NONE;
        }
        article.add(text, new UnknownName(start, end, UnknownName.Kind.PERSON, told ? BESIDE : NAMED));
        return end;
    }

    private static boolean mayFollowGiven(EnglishText text, int token, int last) {
        if (text.known().isInKnown(token) || text.isTaken(token, token)) {
            return false;
        }
        boolean given = text.isAny(token - 1, GIVEN);
        if (given && token == last && text.isKind(token, Kind.SURNAME) || isHyphened(text, token)) {
            return true;
        }
        if (text.isAny(token, NEVER)) {
            return false;
        }
        boolean role = text.isAny(token, Kind.CAP_ROLE.bit() | Kind.WEAK_END.bit() | Kind.HEAD.bit());
        return !role || token == last && given;
    }

    private static boolean isHyphened(EnglishText text, int token) {
        return text.isAfter("-", token) || text.isAfter("-", token + 1);
    }

    /** A first name that no list has may stand before one that a list has. */
    private static int startBefore(EnglishText text, int first) {
        int before = first - 1;
        boolean run = before >= 0 && text.isCapital(before) && text.isNext(first);
        boolean plain = run
                && isPlain(text, before)
                && !text.isAcronym(before)
                && text.length(before) > 1
                && !(text.begins(before) && text.isKind(before, Kind.ROLE));
        boolean alone =
                before > 0 && text.isNext(before) && text.isCapital(before - 1) && !text.isAny(before - 1, NEVER);
        return plain && !alone && !text.isTaken(before, before) ? before : first;
    }

    private static boolean isPlain(EnglishText text, int token) {
        return !text.isAny(token, NOT_PLAIN) && !text.known().isKnown(token);
    }

    /** Adds the name of a run where something says that it is a person's. */
    private void addTold(EnglishText text, int first, int last) {
        int start = first;
        while (start < last && (text.isAny(start, Kind.CAP_ROLE.bit() | Kind.NEVER.bit()) || isOrdinary(text, start))) {
            start++;
        }
        if (text.isTaken(start, last) || last - start >= MOST_WORDS || text.length(last) < 2) {
            return;
        }
        boolean other = isOther(text, start, last);
        for (int i = start; i <= last; i++) {
            boolean may = isPlain(text, i)
                    || other && i == last
                    || i > start
                            && text.isAny(i, Kind.PARTICLE.bit() | GIVEN)
                            && !text.known().isKnown(i);
            if (!may || text.isAcronym(i)) {
                return;
            }
        }
        boolean roleInside = start > first && text.isAny(start - 1, Kind.CAP_ROLE.bit() | Kind.ROLE.bit());
        boolean alone = start == last && (isAloneTold(text, start) || start > first && isSingleRole(text, start - 1));
        if (start < last ? other || roleInside || isTold(text, start, last) : alone) {
            article.add(text, new UnknownName(start, last, UnknownName.Kind.PERSON, last > start ? BESIDE : NAMED));
        }
    }

    /** Whether the surname of somebody better known stands behind a word that is no part of his or her name. */
    private static boolean isOther(EnglishText text, int start, int last) {
        return start + 1 == last
                && !text.begins(start)
                && text.known().isKnown(last, UnknownName.Kind.PERSON)
                && !text.known().isInKnown(last)
                && !text.isKind(start, Kind.ORDINARY)
                && !text.isAcronym(start)
                && text.length(start) > 2;
    }

    private static boolean isSingleRole(EnglishText text, int token) {
        return text.isKind(token, Kind.SINGLE_ROLE) && !text.isKind(token, Kind.EITHER);
    }

    private static boolean isOrdinary(EnglishText text, int token) {
        return text.begins(token) && text.isAny(token, Kind.ORDINARY.bit() | Kind.ROLE.bit()) && text.isNext(token + 1);
    }

    /** Whether something around the words says that they name a person. */
    private boolean isTold(EnglishText text, int first, int last) {
        boolean before = text.isNext(first)
                && (text.isLower(first - 1, Kind.ROLE)
                        || text.isLower(first - 1, Kind.KIN)
                        || text.isLower(first - 1, Kind.SPEECH)
                                && !text.key(first - 1, first - 1).equals("told"));
        if (first > 0 && text.isKind(first - 1, Kind.THE)) {
            return article.surnames.contains(text.key(last, last));
        }
        boolean saying = text.isNext(last + 1) && text.isLower(last + 1, Kind.SPEECH);
        return before
                || saying
                || isAged(text, last + 1)
                || isDescribed(text, last + 1)
                || isWho(text, last + 1)
                || article.surnames.contains(text.key(last, last));
    }

    /** "Usher" after "star", "Mukesh" after "brother", "Anil, 45,". */
    private static boolean isAloneTold(EnglishText text, int token) {
        if (text.begins(token) && !isAged(text, token + 1) || text.length(token) < 3) {
            return false;
        }
        boolean role = text.isNext(token) && text.isLower(token - 1, Kind.SINGLE_ROLE);
        boolean kin = (text.isNext(token) || text.isAfter(", ", token)) && text.isLower(token - 1, Kind.KIN);
        return role || kin || isAged(text, token + 1);
    }

    /** "..., 45, ..." */
    private static boolean isAged(EnglishText text, int token) {
        return text.isAfter(", ", token)
                && Character.isDigit(text.letter(token))
                && text.length(token) == 2
                && (text.isAfter(", ", token + 1) || text.isAfter(". ", token + 1));
    }

    private static boolean isWho(EnglishText text, int token) {
        return (text.isNext(token) || text.isAfter(", ", token))
                && text.key(token, token).equals("who");
    }

    /** "..., the former director of ..." */
    private static boolean isDescribed(EnglishText text, int token) {
        if (!text.isAfter(", ", token)) {
            return false;
        }
        for (int i = token; i < Math.min(text.size(), token + REACH); i++) {
            if (i > token && !text.isNext(i)) {
                return false;
            }
            if (text.isLower(i, Kind.ROLE)) {
                return !text.isKind(i, Kind.EITHER);
            }
            boolean verb = text.isKind(i, Kind.COMMON) && text.length(i) > 1;
            if (verb || text.isLower(i, Kind.OF) || text.isLower(i, Kind.AND)) {
                return false;
            }
        }
        return false;
    }
}
