package khabar.language.entity;

import java.util.List;
import khabar.language.match.Clitics;
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
        int length() {
            return end - start;
        }

        boolean sameSpan(Candidate other) {
            return text == other.text && start == other.start && end == other.end;
        }
    }

    private final Gazetteer gazetteer;
    private final TokenTrie trie;
    private final Clitics clitics;
    private final int textIndex;
    private final Tokens tokens;
    private final String key;
    private final List<Candidate> found;

    NameScanner(Gazetteer gazetteer, Clitics clitics, int textIndex, Tokens tokens, List<Candidate> found) {
        this.gazetteer = gazetteer;
        this.trie = gazetteer.trie();
        this.clitics = clitics;
        this.textIndex = textIndex;
        this.tokens = tokens;
        this.key = tokens.text().key();
        this.found = found;
    }

    void scan() {
        for (int token = 0; token < tokens.size(); token++) {
            int start = tokens.start(token);
            if (tokens.isJoined(token)
                    && !clitics.isJoinedPrefix(key, tokens.start(token - 1), tokens.end(token - 1))) {
                continue;
            }
            boolean known = follow(TokenTrie.ROOT, token, start, token, start);
            for (int i = 0; !known && i < clitics.prefixCount(); i++) {
                int rest = clitics.withoutPrefix(key, start, tokens.end(token), i);
                known = rest >= 0 && follow(TokenTrie.ROOT, token, rest, token, rest);
            }
        }
    }

    /** Goes on from a node with the given word; answers whether the trie knows it as it stands. */
    private boolean follow(int node, int first, int start, int token, int wordStart) {
        int end = tokens.end(token);
        boolean known = false;
        if (tokens.suffix(token) == Suffix.NONE) {
            takeWithoutClitic(node, first, start, token, wordStart);
        } else {
            int fullEnd = tokens.fullEnd(token);
            known = arrive(trie.child(node, trie.word(key, wordStart, fullEnd)), first, start, token, fullEnd);
        }
        if (tokens.suffix(token) == Suffix.DERIVED) {
            return known;
        }
        return arrive(trie.child(node, trie.word(key, wordStart, end)), first, start, token, end) || known;
    }

    private boolean arrive(int node, int first, int start, int token, int end) {
        if (node == TokenTrie.NONE) {
            return false;
        }
        take(node, first, start, token, end);
        int next = token + 1;
        if (next < tokens.size() && tokens.flowsInto(next)) {
            follow(node, first, start, next, tokens.start(next));
        }
        return true;
    }

    private void takeWithoutClitic(int node, int first, int start, int token, int wordStart) {
        int end = tokens.end(token);
        for (int i = 0; i < clitics.cliticCount(); i++) {
            int stem = clitics.withoutClitic(key, wordStart, end, i);
            if (stem >= 0) {
                int after = trie.child(node, trie.word(key, wordStart, stem));
                if (after != TokenTrie.NONE) {
                    take(after, first, start, token, stem);
                }
            }
        }
    }

    private void take(int node, int first, int start, int last, int end) {
        int to = trie.valuesTo(node);
        int from = trie.valuesFrom(node);
        if (from == to || !mayEndWith(last)) {
            return;
        }
        for (int i = from; i < to; i++) {
            int name = trie.value(i);
            int afterTitle = skipLetters(gazetteer.titleLetters(name), start);
            if (capitalsFit(name, afterTitle, end)) {
                found.add(new Candidate(textIndex, first, afterTitle, end, name));
            }
        }
    }

    private int skipLetters(int letters, int start) {
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
                && !(tokens.flowsInto(next) && clitics.derives(key, tokens.start(next), tokens.end(next)));
    }

    private boolean capitalsFit(int name, int start, int end) {
        if (gazetteer.is(name, Gazetteer.ALL_CAPITALS)) {
            for (int i = start; i < end; i++) {
                if (Character.isLowerCase(originalAt(i))) {
                    return false;
                }
            }
            return true;
        }
        return !gazetteer.is(name, Gazetteer.CAPITAL) || Character.isUpperCase(originalAt(start));
    }

    private char originalAt(int keyIndex) {
        return tokens.text().original().charAt(tokens.text().originalStart(keyIndex));
    }
}
