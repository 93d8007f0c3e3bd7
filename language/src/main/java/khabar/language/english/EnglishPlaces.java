package khabar.language.english;

import khabar.language.english.EnglishNames.Article;
import khabar.language.english.EnglishWords.Kind;
import khabar.language.recognize.UnknownName;

/** Places in English, by the last or the first word of their names, and by the known place that they lie in. */
final class EnglishPlaces {
    private static final double BY_WORD = 0.6;
    private static final double BY_PLACE = 0.7;
    private static final int MOST_WORDS = 3;
    private static final int NONE = EnglishText.NONE;
    private static final long NOT_IN = Kind.NEVER.bit() | Kind.EVENT.bit() | Kind.TITLE.bit() | Kind.CAP_ROLE.bit();
    private static final long NOT_ALONE = NOT_IN | Kind.ORDINARY.bit() | Kind.PART.bit() | Kind.END.bit();

    private final Article article;

    EnglishPlaces(Article article) {
        this.article = article;
    }

    /** Adds those that say so. */
    void addNamed(EnglishText text) {
        for (int run = 0; run < text.runs(); run++) {
            if (!text.has(run, Kind.PLACE_END.bit() | Kind.PLACE_HEAD.bit())) {
                continue;
            }
            int first = text.first(run);
            int last = lastPlaceWord(text, first, text.last(run));
            int start = last == NONE ? first : start(text, first, last);
            if (last == NONE && text.isKind(first, Kind.PLACE_HEAD) && text.last(run) == first + 1) {
                last = first + 1;
            }
            if (last > start && mayBe(text, start, last)) {
                article.add(text, new UnknownName(start, last, UnknownName.Kind.PLACE, BY_WORD));
            }
        }
    }

    private static int lastPlaceWord(EnglishText text, int first, int last) {
        for (int i = last; i > first; i--) {
            if (text.isKind(i, Kind.PLACE_END)) {
                boolean over = i < last && !text.known().isKnown(i + 1) && !text.isAny(i + 1, NOT_IN);
                return over || i < last && text.isKind(i + 1, Kind.EVENT) ? NONE : i;
            }
        }
        return NONE;
    }

    private static int start(EnglishText text, int first, int last) {
        int start = first;
        for (int i = first; i < last; i++) {
            boolean ordinary = text.begins(i) && text.isKind(i, Kind.ORDINARY);
            if (ordinary || text.isAny(i, NOT_IN) || text.isKind(i, Kind.THE)) {
                start = i + 1;
            }
        }
        return start;
    }

    private boolean mayBe(EnglishText text, int first, int last) {
        boolean person =
                text.isAny(first, Kind.GIVEN.bit() | Kind.WEAK_GIVEN.bit()) && !text.isKind(last, Kind.PLACE_SURE);
        boolean role = text.isLower(first - 1, Kind.ROLE) && !text.isKind(last, Kind.PLACE_SURE);
        // "High Street" is no place of its own.
        boolean general = text.isKind(first, Kind.PART) && text.isKind(last, Kind.PLACE_SURE) && last == first + 1;
        return !person
                && !role
                && !general
                && last - first < MOST_WORDS + 1
                && !text.isTaken(first, last)
                && !text.known().cuts(first, last)
                && !text.known().isOneKnown(first, last);
    }

    /** Adds what lies in a known place: "in Dingolfing, Germany". */
    void addLocated(EnglishText text) {
        for (int run = 0; run < text.runs(); run++) {
            int first = text.first(run);
            int last = text.last(run);
            boolean located = text.isLower(first - 1, Kind.LOCATIVE) && text.isNext(first);
            if (located && last - first < MOST_WORDS && isPlain(text, first, last) && isInPlace(text, last + 1)) {
                article.add(text, new UnknownName(first, last, UnknownName.Kind.PLACE, BY_PLACE));
            }
        }
    }

    private static boolean isInPlace(EnglishText text, int token) {
        return text.isAfter(", ", token) && text.known().isKnown(token, UnknownName.Kind.PLACE);
    }

    private static boolean isPlain(EnglishText text, int first, int last) {
        for (int i = first; i <= last; i++) {
            if (text.isAny(i, NOT_ALONE) || text.known().isKnown(i)) {
                return false;
            }
        }
        return !text.isAcronym(first) && !text.isTaken(first, last);
    }
}
