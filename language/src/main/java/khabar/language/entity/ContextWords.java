package khabar.language.entity;

import java.util.Arrays;
import java.util.List;
import khabar.language.match.Form;
import khabar.language.match.Suffix;
import khabar.language.match.TokenTrie;
import khabar.language.match.Tokens;

/** Counts the words near a candidate that speak for an entity. */
final class ContextWords {
    private static final int REACH = 25;
    private static final int OPENING = 40;

    private final Gazetteer gazetteer;

    private final Candidates candidates;
    private final int mark;

    ContextWords(Gazetteer gazetteer, Candidates candidates) {
        this.gazetteer = gazetteer;
        this.candidates = candidates;
        this.mark = gazetteer.contextMark();
    }

    /** The number of context words around the candidate and at the beginning of every text. */
    int count(int candidate) {
        return count(candidate, Integer.MAX_VALUE);
    }

    /** Whether there are any. */
    boolean any(int candidate) {
        return count(candidate, 1) > 0;
    }

    /** Their number, or at least so many as are enough. */
    private int count(int candidate, int enough) {
        int entity = candidates.entity(candidate);
        if (entity < 0 || gazetteer.contextOf(entity).length == 0) {
            return 0;
        }
        int[] wanted = gazetteer.contextOf(entity);
        List<Tokens> texts = candidates.texts();
        int count = 0;
        for (int t = 0; t < texts.size() && count < enough; t++) {
            Tokens tokens = texts.get(t);
            boolean same = t == candidates.text(candidate);
            int token = candidates.token(candidate);
            int from = same ? Math.max(0, token - REACH) : 0;
            int to = Math.min(tokens.size(), same ? token + REACH : OPENING);
            count += countIn(tokens, from, to, wanted);
        }
        return count;
    }

    private int countIn(Tokens tokens, int from, int to, int[] wanted) {
        long bits = 0;
        for (int word : wanted) {
            bits |= 1L << word;
        }
        int count = 0;
        for (int i = from; i < to; i++) {
            if (tokens.isMarked(i, mark)
                    && (isWanted(tokens.form(i), wanted, bits)
                            || tokens.suffix(i) != Suffix.NONE && isWanted(tokens.fullForm(i), wanted, bits))) {
                count++;
            }
        }
        return count;
    }

    /** Whether the word is one of those wanted, whose numbers have the given bits, of which some may share one. */
    private static boolean isWanted(Form form, int[] wanted, long bits) {
        int word = form.word();
        return (bits & 1L << word) != 0 && word != TokenTrie.NONE && Arrays.binarySearch(wanted, word) >= 0;
    }
}
