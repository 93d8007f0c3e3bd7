package khabar.language.entity;

import khabar.language.match.Form;
import khabar.language.match.Suffix;
import khabar.language.match.TokenTrie;
import khabar.language.match.Tokens;

/** Finds every name of the gazetteer in one text, also names within names and overlapping ones. */
final class NameScanner {
    /**
     * A place in a text where a name of the gazetteer stands, before it is decided what it names.
     *
     * @param text index of the text
     * @param token first token
     * @param start first character, in the match key
     * @param end one past the last character, in the match key
     * @param name number of the name in the gazetteer
     */
    record Candidate(int text, int token, int start, int end, int name) {
        /** Earlier ones first; of those that start together the longest, then by the number of the name. */
        int compareInText(Candidate other) {
            if (text != other.text) {
                return Integer.compare(text, other.text);
            }
            if (start != other.start) {
                return Integer.compare(start, other.start);
            }
            return end == other.end ? Integer.compare(name, other.name) : Integer.compare(other.end, end);
        }

        int length() {
            return end - start;
        }

        boolean sameSpan(Candidate other) {
            return text == other.text && start == other.start && end == other.end;
        }
    }

    private final Gazetteer gazetteer;
    private final TokenTrie trie;
    private final int textIndex;
    private final Tokens tokens;
    private final String key;
    private final Candidates candidates;

    NameScanner(Gazetteer gazetteer, int textIndex, Tokens tokens, Candidates candidates) {
        this.gazetteer = gazetteer;
        this.trie = gazetteer.trie();
        this.textIndex = textIndex;
        this.tokens = tokens;
        this.key = tokens.text().key();
        this.candidates = candidates;
    }

    /** Adds the names that stand in the text to the candidates. */
    void scan() {
        for (int from = 0; from < tokens.size(); from += Long.SIZE) {
            for (long rest = tokens.phrases(from, trie); rest != 0; rest &= rest - 1) {
                int token = from + Long.numberOfTrailingZeros(rest);
                if (!tokens.isJoined(token) || tokens.form(token - 1).isJoinedPrefix()) {
                    start(token);
                }
            }
        }
    }

    private void start(int token) {
        Form form = tokens.form(token);
        Form full = tokens.fullForm(token);
        boolean known = follow(TokenTrie.ROOT, token, token, tokens.start(token), form, full);
        Form[] rests = form.rests();
        for (int i = 0; !known && i < rests.length; i++) {
            int rest = tokens.end(token) - rests[i].length();
            known = follow(TokenTrie.ROOT, token, token, rest, rests[i], full.ending(tokens.fullEnd(token) - rest));
        }
    }

    /** Goes on from a node with the given word; answers whether the trie knows it as it stands. */
    private boolean follow(int node, int first, int token, int start, Form form, Form full) {
        int end = tokens.end(token);
        Suffix suffix = tokens.suffix(token);
        boolean known = false;
        if (suffix == Suffix.NONE) {
            takeWithoutClitic(node, first, token, start, form);
        } else {
            known = arrive(full.child(trie, node), first, token, start, tokens.fullEnd(token));
        }
        if (suffix == Suffix.DERIVED) {
            return known;
        }
        return arrive(form.child(trie, node), first, token, start, end) || known;
    }

    private boolean arrive(int node, int first, int token, int start, int end) {
        if (node == TokenTrie.NONE) {
            return false;
        }
        take(node, first, token, start, end);
        int next = token + 1;
        if (next < tokens.size() && !trie.isLeaf(node) && tokens.mayContinue(next, trie) && tokens.flowsInto(next)) {
            follow(node, first, next, start, tokens.form(next), tokens.fullForm(next));
        }
        return true;
    }

    private void takeWithoutClitic(int node, int first, int token, int start, Form form) {
        Form.Stems stems = form.lessClitic();
        for (int i = 0; i < stems.size(); i++) {
            int after = stems.child(i, trie, node);
            if (after != TokenTrie.NONE) {
                take(after, first, token, start, tokens.end(token) - form.length() + stems.length(i));
            }
        }
    }

    private void take(int node, int first, int last, int start, int end) {
        int to = trie.valuesTo(node);
        int from = trie.valuesFrom(node);
        if (from == to || !mayEndWith(last)) {
            return;
        }
        for (int i = from; i < to; i++) {
            if (Gazetteer.isShort(trie.value(i))) {
                candidates.addShort(new Candidate(textIndex, first, start, end, i), i, to);
                return;
            }
            int name = trie.value(i);
            int afterTitle = skipLetters(gazetteer.titleLetters(name), start);
            if (gazetteer.capitalsFit(name, tokens, afterTitle, end)) {
                candidates.add(new Candidate(textIndex, first, afterTitle, end, name));
            }
        }
    }

    private int skipLetters(int letters, int start) {
        if (letters == 0) {
            return start;
        }
        int at = start;
        for (int left = letters; left > 0; at++) {
            left -= Character.isLetterOrDigit(key.charAt(at)) ? 1 : 0;
        }
        while (!Character.isLetterOrDigit(key.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean mayEndWith(int token) {
        int next = token + 1;
        if (next == tokens.size()) {
            return true;
        }
        return !tokens.isJoined(next)
                && !(tokens.flowsInto(next) && tokens.form(next).derives());
    }
}
