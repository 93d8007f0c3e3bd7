package khabar.language.entity;

import java.util.Arrays;
import java.util.List;
import khabar.language.entity.NameScanner.Candidate;
import khabar.language.match.Form;
import khabar.language.match.TokenTrie;
import khabar.language.match.Tokens;

/** Counts the words near a candidate that speak for an entity. */
final class ContextWords {
    private static final int REACH = 25;
    private static final int OPENING = 40;

    private final Gazetteer gazetteer;
    private final List<Tokens> texts;

    ContextWords(Gazetteer gazetteer, List<Tokens> texts) {
        this.gazetteer = gazetteer;
        this.texts = texts;
    }

    /** The number of context words around the candidate and at the beginning of every text. */
    int count(Candidate candidate) {
        int entity = gazetteer.entityOf(candidate.name());
        int[] wanted = entity < 0 ? new int[0] : gazetteer.contextOf(entity);
        if (wanted.length == 0) {
            return 0;
        }
        int count = 0;
        for (int t = 0; t < texts.size(); t++) {
            Tokens tokens = texts.get(t);
            boolean same = t == candidate.text();
            int from = same ? Math.max(0, candidate.token() - REACH) : 0;
            int to = Math.min(tokens.size(), same ? candidate.token() + REACH : OPENING);
            count += countIn(tokens, from, to, wanted);
        }
        return count;
    }

    private int countIn(Tokens tokens, int from, int to, int[] wanted) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (isWanted(tokens.form(i), wanted) || isWanted(tokens.fullForm(i), wanted)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isWanted(Form form, int[] wanted) {
        return form.word() != TokenTrie.NONE && Arrays.binarySearch(wanted, form.word()) >= 0;
    }
}
