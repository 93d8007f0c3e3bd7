package khabar.language.segment;

import java.util.Locale;
import java.util.Set;
import khabar.language.script.Chars;

/** Tells after which tokens a sentence ends. */
final class SentenceBreaks {
    /** Stop, exclamation, question, Arabic question, Urdu stop, ellipsis, Devanagari and ideographic stops. */
    private static final String ENDS = ".!?\u061f\u06d4\u2026\u0964\u3002\uff01\uff1f";

    private static final String CLOSERS = ")]}\u00bb\"'\u201d\u2019\u203a";
    private static final String QUOTES = "\u00bb\"'\u201d\u2019\u203a";
    /** After one of these with a stop, the sentence goes on. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr",
            "mrs",
            "ms",
            "dr",
            "prof",
            "gen",
            "col",
            "lt",
            "sgt",
            "capt",
            "st",
            "rev",
            "hon",
            "sen",
            "rep",
            "gov",
            "pres",
            "vs",
            "no",
            "vol",
            "pp",
            "fig",
            "cf",
            "eg",
            "ie",
            "approx",
            "dept",
            "est",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec",
            "al",
            "av",
            "doç",
            "yrd",
            "sn",
            "bkz",
            "örn",
            "им",
            "ул",
            "тыс",
            "см",
            "стр",
            "гг",
            "\u062f\u06a9\u062a\u0631",
            "\u0645\u0647\u0646\u062f\u0633",
            "\u067e\u0631\u0648\u0641\u0633\u0648\u0631",
            "\u0631\u06a9",
            "\u0646\u06a9",
            "\u0635\u0635");
    /** With these an utterance in quotation marks is continued: va, ke, ra. */
    private static final Set<String> CONTINUE = Set.of("\u0648", "\u06a9\u0647", "\u0631\u0627");
    /** Words that begin a sentence after an abbreviation of single letters. */
    private static final Set<String> BEGIN = Set.of(
            "The",
            "A",
            "An",
            "It",
            "He",
            "She",
            "They",
            "We",
            "But",
            "In",
            "On",
            "This",
            "That",
            "These",
            "There",
            "However",
            "Meanwhile",
            "Mr",
            "Mrs");

    private final TokenList tokens;

    SentenceBreaks(TokenList tokens) {
        this.tokens = tokens;
    }

    /** Whether a sentence ends after the token. */
    boolean isAfter(int token) {
        if (tokens.endsLine(token)) {
            return true;
        }
        if (tokens.is(token, TokenKind.ABBREVIATION)) {
            return endsWithAbbreviation(token);
        }
        int end = token;
        boolean quoted = false;
        while (end > 0 && isOneOf(end, CLOSERS) && tokens.touches(end)) {
            quoted |= isOneOf(end, QUOTES);
            end--;
        }
        // What closes is part of the sentence that ends, and the end of it is counted once.
        boolean ends = isOneOf(end, ENDS) && !closesNext(token);
        return ends && isWhole(end) && begins(token + 1, quoted);
    }

    private boolean isOneOf(int token, String signs) {
        return tokens.is(token, TokenKind.PUNCTUATION) && signs.indexOf(tokens.first(token)) >= 0;
    }

    /** Whether another end or a closing sign follows at once. */
    private boolean closesNext(int token) {
        return tokens.touches(token + 1) && (isOneOf(token + 1, ENDS) || isOneOf(token + 1, CLOSERS));
    }

    /** Whether the sign is the end of a sentence, and not that of an abbreviation or a list. */
    private boolean isWhole(int end) {
        char sign = tokens.first(end);
        int before = end - 1;
        if (sign == Chars.ELLIPSIS) {
            // And so on.
            return before >= 0
                    && !(tokens.is(before, TokenKind.WORD)
                            && tokens.form(before).equals("\u0648"));
        }
        if (sign != '.' || tokens.length(end) > 1) {
            return true;
        }
        if (!tokens.touches(end) || before < 0) {
            return before >= 0;
        }
        if (tokens.is(before, TokenKind.NUMBER)) {
            return !(before == 0 || tokens.endsLine(before - 1));
        }
        return !tokens.is(before, TokenKind.WORD) || !isAbbreviation(tokens.form(before));
    }

    private static boolean isAbbreviation(String word) {
        boolean letter = word.length() == 1 && !word.equals("\u0648") && !word.equals("I");
        return letter || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    private boolean endsWithAbbreviation(int token) {
        String form = tokens.form(token);
        return form.endsWith(".") && tokens.is(token + 1, TokenKind.WORD) && BEGIN.contains(tokens.form(token + 1));
    }

    /** Whether a sentence can begin with the token. */
    private boolean begins(int token, boolean quoted) {
        if (tokens.touches(token)) {
            return false;
        }
        int first = token;
        if (isOneOf(token, ",;:\u060c\u061b-\u2013\u2014)")) {
            return false;
        }
        return !Character.isLowerCase(tokens.first(first))
                && !(quoted && tokens.is(first, TokenKind.WORD) && CONTINUE.contains(tokens.form(first)));
    }
}
