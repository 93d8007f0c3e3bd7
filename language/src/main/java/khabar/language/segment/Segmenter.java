package khabar.language.segment;

import java.util.ArrayList;
import java.util.List;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Span;

/**
 * Divides texts into sentences and tokens. It reads the display form, so that what was put right there
 * is divided right, and answers with ranges of the original. Immutable and safe for many threads.
 */
public final class Segmenter {
    /**
     * The sentences in their order; a line break always ends one. The spaces between them belong to none.
     *
     * @param textIndex index of the text within its document, for the spans
     */
    public List<Span> sentences(int textIndex, NormalizedText text) {
        TokenList tokens = new TokenScanner(text.display()).scan();
        SentenceBreaks breaks = new SentenceBreaks(tokens);
        List<Span> sentences = new ArrayList<>();
        int first = 0;
        for (int token = 0; token < tokens.size(); token++) {
            if (breaks.isAfter(token)) {
                sentences.add(span(textIndex, text, tokens.start(first), tokens.end(token)));
                first = token + 1;
            }
        }
        return List.copyOf(sentences);
    }

    /**
     * The tokens in their order. A word keeps its half-spaces; spaces belong to none.
     *
     * @param textIndex index of the text within its document, for the spans
     */
    public List<Token> tokens(int textIndex, NormalizedText text) {
        TokenList tokens = new TokenScanner(text.display()).scan();
        List<Token> all = new ArrayList<>(tokens.size());
        for (int token = 0; token < tokens.size(); token++) {
            Span span = span(textIndex, text, tokens.start(token), tokens.end(token));
            all.add(new Token(tokens.form(token), tokens.kind(token), span));
        }
        return List.copyOf(all);
    }

    private static Span span(int textIndex, NormalizedText text, int start, int end) {
        return new Span(textIndex, text.originalStartOfDisplay(start), text.originalEndOfDisplay(end - 1));
    }
}
