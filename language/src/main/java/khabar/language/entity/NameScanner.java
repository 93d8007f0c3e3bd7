package khabar.language.entity;

import java.util.List;
import khabar.language.match.Clitics;
import khabar.language.match.Suffix;
import khabar.language.match.TokenTrie;
import khabar.language.match.Tokens;

/** Finds every name of the gazetteer in one text, also names within names and overlapping ones. */
final class NameScanner {
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
            int end = tokens.end(token);
            if (tokens.isJoined(token)
                    && !clitics.isJoinedPrefix(key, tokens.start(token - 1), tokens.end(token - 1))) {
                continue;
            }
            int node = scanFrom(token, start, end);
            for (int i = 0; node == TokenTrie.NONE && i < clitics.prefixCount(); i++) {
                int rest = clitics.withoutPrefix(key, start, end, i);
                node = rest < 0 ? TokenTrie.NONE : scanFrom(token, rest, end);
            }
        }
    }

    /** Follows names that start at the given place; answers the node after the first word. */
    private int scanFrom(int first, int start, int firstEnd) {
        int node = TokenTrie.ROOT;
        int after = trie.child(node, trie.word(key, start, firstEnd));
        int answer = after;
        int token = first;
        int wordStart = start;
        while (true) {
            takeWithoutClitic(node, first, start, token, wordStart);
            if (after == TokenTrie.NONE) {
                return answer;
            }
            take(after, first, start, token, tokens.end(token));
            token++;
            if (token == tokens.size() || !tokens.flowsInto(token)) {
                return answer;
            }
            node = after;
            wordStart = tokens.start(token);
            after = trie.child(node, trie.word(key, wordStart, tokens.end(token)));
        }
    }

    private void takeWithoutClitic(int node, int first, int start, int token, int wordStart) {
        if (tokens.suffix(token) != Suffix.NONE) {
            return;
        }
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
        if (tokens.suffix(token) == Suffix.DERIVED) {
            return false;
        }
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
