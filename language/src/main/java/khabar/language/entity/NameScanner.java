package khabar.language.entity;

import khabar.language.match.Form;
import khabar.language.match.Suffix;
import khabar.language.match.TokenTrie;
import khabar.language.match.Tokens;

/** Finds every name of the gazetteer in one text, also names within names and overlapping ones. */
final class NameScanner {
    private final Gazetteer gazetteer;
    private final TokenTrie trie;
    private final Candidates candidates;
    private final Tokens tokens;
    /** Room for one path of each of 64 words. */
    private final long[] paths;
    /** The word that the names begin with that are looked for. */
    private int first;

    NameScanner(Gazetteer gazetteer, Tokens tokens, Candidates candidates, long[] paths) {
        this.gazetteer = gazetteer;
        this.trie = gazetteer.trie();
        this.tokens = tokens;
        this.candidates = candidates;
        this.paths = paths;
    }

    /** Adds the names that stand in the text to the candidates. */
    void scan() {
        for (int from = 0; from < tokens.size(); from += Long.SIZE) {
            long phrases = tokens.phrases(from, trie);
            fetchPaths(from, phrases);
            int count = 0;
            for (long rest = phrases; rest != 0; rest &= rest - 1) {
                start(from + Long.numberOfTrailingZeros(rest), paths[count++]);
            }
        }
    }

    /**
     * Looks up the paths of all words at once: their forms lie far apart in memory, and nothing has to wait for them here, nor
     * is fetched in vain because something else was foreseen.
     */
    private void fetchPaths(int from, long phrases) {
        int count = 0;
        for (long rest = phrases; rest != 0; rest &= rest - 1) {
            paths[count++] =
                    tokens.form(from + Long.numberOfTrailingZeros(rest)).onlyPath();
        }
    }

    private void start(int token, long onlyPath) {
        if (tokens.isJoined(token) && !tokens.form(token - 1).isJoinedPrefix()) {
            return;
        }
        first = token;
        candidates.beginAt(token);
        if (tokens.suffix(token) != Suffix.NONE) {
            startWithSuffix(token, tokens.form(token));
        } else if (Form.Path.isPlain(onlyPath, trie)) {
            walk(Form.Path.node(onlyPath), token, tokens.start(token));
        } else {
            startUncommon(token);
        }
    }

    /** Begins with a word that loses something, or may be taken in several ways. */
    private void startUncommon(int token) {
        for (long path : tokens.form(token).paths()) {
            if (Form.Path.isIn(path, trie)) {
                int start = tokens.start(token) + Form.Path.before(path);
                int after = Form.Path.after(path);
                if (after == 0) {
                    walk(Form.Path.node(path), token, start);
                } else {
                    take(Form.Path.node(path), token, start, tokens.end(token) - after);
                }
            }
        }
    }

    private void startWithSuffix(int token, Form form) {
        Form full = tokens.fullForm(token);
        boolean known = walkWithSuffix(TokenTrie.ROOT, token, tokens.start(token), form, full);
        Form[] rests = form.rests();
        for (int i = 0; !known && i < rests.length; i++) {
            int start = tokens.end(token) - rests[i].length();
            Form fullRest = full.ending(tokens.fullEnd(token) - start);
            known = walkWithSuffix(TokenTrie.ROOT, token, start, rests[i], fullRest);
        }
    }

    /** Takes what ends at a node, to which the given word leads as it stands, and goes on while the trie does. */
    private void walk(int from, int token, int start) {
        int node = from;
        int last = token;
        while (node != TokenTrie.NONE) {
            take(node, last, start, tokens.end(last));
            if (!goesOn(node, ++last)) {
                return;
            }
            Form form = tokens.form(last);
            if (tokens.suffix(last) != Suffix.NONE || form.lessClitic().size() > 0) {
                walkUncommon(node, last, start);
                return;
            }
            node = trie.child(node, form.word());
        }
    }

    private boolean goesOn(int node, int token) {
        return !trie.isLeaf(node)
                && token < tokens.size()
                && tokens.mayContinue(token, trie)
                && tokens.flowsInto(token);
    }

    /** Goes on from a node with a word that may lose a clitic or to which a half-space attaches something. */
    private void walkUncommon(int node, int token, int start) {
        Form form = tokens.form(token);
        if (tokens.suffix(token) != Suffix.NONE) {
            walkWithSuffix(node, token, start, form, tokens.fullForm(token));
            return;
        }
        Form.Stems stems = form.lessClitic();
        for (int i = 0; i < stems.size(); i++) {
            int after = stems.child(i, trie, node);
            if (after != TokenTrie.NONE) {
                take(after, token, start, tokens.end(token) - form.length() + stems.length(i));
            }
        }
        walk(trie.child(node, form.word()), token, start);
    }

    /** Goes on with a word to which a half-space attaches something; answers whether the trie knows it. */
    private boolean walkWithSuffix(int node, int token, int start, Form form, Form full) {
        int whole = full.child(trie, node);
        if (whole != TokenTrie.NONE) {
            take(whole, token, start, tokens.fullEnd(token));
            if (goesOn(whole, token + 1)) {
                walkUncommon(whole, token + 1, start);
            }
        }
        if (tokens.suffix(token) == Suffix.DERIVED) {
            return whole != TokenTrie.NONE;
        }
        int plain = form.child(trie, node);
        walk(plain, token, start);
        return whole != TokenTrie.NONE || plain != TokenTrie.NONE;
    }

    private void take(int node, int last, int start, int end) {
        int to = trie.valuesTo(node);
        int from = trie.valuesFrom(node);
        if (from == to || !mayEndWith(last)) {
            return;
        }
        for (int i = from; i < to; i++) {
            if (Gazetteer.isShort(trie.value(i))) {
                candidates.addShort(start, end, i, to);
                return;
            }
            int name = trie.value(i);
            int uses = gazetteer.usesOf(name);
            if (Gazetteer.isSimple(uses)) {
                candidates.add(start, end, name);
            } else {
                takeIfFits(name, uses, start, end);
            }
        }
    }

    private void takeIfFits(int name, int uses, int start, int end) {
        int letters = Gazetteer.titleLetters(uses);
        int afterTitle = letters == 0 ? start : skipLetters(letters, start);
        if (Gazetteer.capitalsFit(uses, tokens, afterTitle, end)) {
            candidates.add(afterTitle, end, name);
        }
    }

    /** Where the word begins that comes after a title of so many letters, which may be in the plural. */
    private int skipLetters(int letters, int start) {
        String key = tokens.text().key();
        int at = start;
        for (int left = letters; left > 0; at++) {
            left -= Character.isLetterOrDigit(key.charAt(at)) ? 1 : 0;
        }
        int next = first;
        while (tokens.start(next) < at) {
            next++;
        }
        return tokens.start(next);
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
