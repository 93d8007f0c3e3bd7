package khabar.language.recognize;

import java.util.List;
import khabar.language.match.Suffix;
import khabar.language.match.Tokens;
import khabar.language.recognize.NameLists.Kind;
import org.jspecify.annotations.Nullable;

/** Persian names of bodies that say what they are, what they are concerned with, and for which place. */
final class Bodies {
    private static final int MOST_WORDS = 9;
    private static final char COMMA = '\u060c';
    /** Kinds of what a body or a building begins with. */
    static final long HEADS =
            Kind.BODY.longBit() | Kind.BODY_ALONE.longBit() | Kind.BODY_OF.longBit() | Kind.BUILDING.longBit();

    private final NameLists lists;

    Bodies(NameLists lists) {
        this.lists = lists;
    }

    /** Adds the body or building that begins at the given word with the given phrase, if one does. */
    void addTo(List<Body> found, Tokens tokens, int token, long head) {
        Body body = at(tokens, token, head);
        if (body != null) {
            found.add(body);
        }
    }

    private @Nullable Body at(Tokens tokens, int token, long head) {
        int from = token + NameLists.words(head);
        if (!isWhole(tokens, token, from)) {
            return null;
        }
        if (Kind.BUILDING.isAmong(head)) {
            return body(tokens, token, from, UnknownName.Kind.PLACE, false, false);
        }
        if (!NameLists.goesOn(tokens, from)) {
            return null;
        }
        int end = afterFields(tokens, token, from);
        boolean concerned = end > from;
        if (concerned
                && NameLists.goesOn(tokens, end)
                && lists.longest(tokens, end, Kind.OF_ALL) > 0
                && isComplete(tokens, end + 1)) {
            return body(tokens, token, end + 1, UnknownName.Kind.ORGANISATION, true, true);
        }
        return concerned || Kind.BODY.isAmong(head)
                ? body(tokens, token, end, UnknownName.Kind.ORGANISATION, concerned, Kind.BODY_ALONE.isAmong(head))
                : null;
    }

    private @Nullable Body body(
            Tokens tokens, int first, int end, UnknownName.Kind kind, boolean concerned, boolean alone) {
        boolean named = alone && concerned && isComplete(tokens, end) && !isGeneral(tokens, end);
        int place = afterLevel(tokens, end);
        boolean placed = NameLists.goesOn(tokens, end) && (mayBeKnown(tokens, end) || mayBeKnown(tokens, place));
        return (named || placed) && !lists.isDetermined(tokens, first)
                ? new Body(first, end, place, kind, concerned || alone, named)
                : null;
    }

    /** Whether a known name may begin with the word. */
    private static boolean mayBeKnown(Tokens tokens, int token) {
        return tokens.form(token).paths().length > 0;
    }

    /** Behind what the body is concerned with: one field or several, the last one behind "and". */
    private int afterFields(Tokens tokens, int first, int from) {
        int end = from;
        int open = end;
        boolean unsure = false;
        while (open < tokens.size() && open < first + MOST_WORDS) {
            boolean listed = open > from && isComma(tokens, open);
            if (!listed && !NameLists.goesOn(tokens, open)) {
                break;
            }
            int and = open > from && NameLists.isAnd(tokens, open) && NameLists.goesOn(tokens, open + 1) ? 1 : 0;
            int field = lists.longest(tokens, open + and, Kind.FIELD);
            if (field == 0) {
                break;
            }
            open += and + field;
            // What stands behind a comma belongs to the name where "and" comes at last.
            unsure = listed || unsure && and == 0;
            end = unsure ? end : open;
        }
        return end;
    }

    /** Whether nothing is attached to the words. */
    private static boolean isWhole(Tokens tokens, int first, int end) {
        for (int token = first; token < end; token++) {
            if (tokens.suffix(token) == Suffix.CLITIC) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing but a comma stands before the word. */
    private static boolean isComma(Tokens tokens, int token) {
        String key = tokens.text().key();
        int end = tokens.fullEnd(token - 1);
        char first = key.charAt(end);
        int length = tokens.start(token) - end;
        return (first == COMMA || first == ',') && (length == 1 || length == 2 && key.charAt(end + 1) == ' ');
    }

    /** Whether all that is said of the body are words such as "central". */
    private boolean isGeneral(Tokens tokens, int end) {
        return lists.longest(tokens, end - 1, Kind.GENERAL) > 0 && lists.longest(tokens, end - 2, Kind.BODY_ALONE) > 0;
    }

    /** Behind "town" or "province", if one stands before the name of the place. */
    private int afterLevel(Tokens tokens, int token) {
        int level = NameLists.goesOn(tokens, token) ? lists.longest(tokens, token, Kind.LEVEL) : 0;
        return level > 0 && NameLists.goesOn(tokens, token + level) ? token + level : token;
    }

    /** Whether nothing that may belong to the name comes behind it. */
    private boolean isComplete(Tokens tokens, int end) {
        if (end == tokens.size() || !tokens.flowsInto(end) || NameLists.isAnd(tokens, end)) {
            return true;
        }
        int kinds = NameLists.kinds(lists.phrases(tokens, end));
        return kinds != 0 && !Kind.CUE.isIn(kinds);
    }
}
