package khabar.language.recognize;

import java.util.ArrayList;
import java.util.List;
import khabar.language.match.Tokens;
import khabar.language.normalize.Span;
import khabar.language.recognize.NameLists.Kind;

/**
 * The titles of films, plays, songs and the like, which stand between quotation marks behind the word for what they are.
 * Whom and what they name is not what the article tells of. Immutable.
 */
public final class WorkTitles {
    /** What all quotation marks are in the match key. */
    private static final char QUOTE = '"';

    private static final int LONGEST = 80;
    private static final int MOST_BETWEEN = 2;

    private final NameLists lists;

    WorkTitles(NameLists lists) {
        this.lists = lists;
    }

    /** Where titles stand in the texts of an article. */
    public List<Span> in(List<Tokens> texts) {
        List<Span> titles = new ArrayList<>();
        for (int t = 0; t < texts.size(); t++) {
            addTitles(titles, texts.get(t), t);
        }
        return titles;
    }

    private void addTitles(List<Span> titles, Tokens tokens, int text) {
        String key = tokens.text().key();
        int before = 0;
        int next;
        for (int open = key.indexOf(QUOTE); open >= 0; open = key.indexOf(QUOTE, next)) {
            before = firstFrom(tokens, before, open);
            next = open + 1;
            int close = key.indexOf(QUOTE, next);
            if (close > next && close - open < LONGEST && isWork(tokens, before - 1, open)) {
                titles.add(tokens.span(text, next, close));
                next = close + 1;
            }
        }
    }

    /** The first word, from the given one on, that does not begin before the given character. */
    private static int firstFrom(Tokens tokens, int from, int at) {
        int low = from;
        int high = tokens.size();
        while (low < high) {
            int middle = low + high >>> 1;
            boolean before = tokens.start(middle) < at;
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        return low;
    }

    /** Whether a word for a work, with or without one more that says of what kind it is, ends right before the character. */
    private boolean isWork(Tokens tokens, int token, int open) {
        if (token < 0 || open - tokens.fullEnd(token) > 1) {
            return false;
        }
        int at = token;
        for (int i = 0; i < MOST_BETWEEN && at > 0 && tokens.flowsInto(at); i++) {
            at -= lists.longest(tokens, at, Kind.OF_WORK) == 1 ? 1 : 0;
        }
        return lists.longest(tokens, at, Kind.WORK) >= 1 || at > 0 && lists.longest(tokens, at - 1, Kind.WORK) == 2;
    }
}
