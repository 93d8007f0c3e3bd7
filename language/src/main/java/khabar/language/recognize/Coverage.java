package khabar.language.recognize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import khabar.language.match.Tokens;
import khabar.language.normalize.Span;
import org.jspecify.annotations.Nullable;

/**
 * Which characters of the texts of one article belong to mentions, and where the known names stand that lie within no other.
 * Keeps its room; for one thread at a time.
 */
public final class Coverage {
    /** Of each text a bit for each character of the original. */
    private long[][] covered = new long[0][];
    /** In the order of the text. */
    private final List<Span> known = new ArrayList<>();
    /** The number of each of these names. */
    private int[] numbers = new int[64];

    private final IntFunction<UnknownName.@Nullable Kind> kinds;

    private final List<Span> others = new ArrayList<>();

    /** Asks what a known name is of, by its number, only where that counts; null for neither somebody nor a place nor a body. */
    public Coverage(IntFunction<UnknownName.@Nullable Kind> kinds) {
        this.kinds = kinds;
    }

    /** Begins with the given texts, of which nothing is covered. */
    public void begin(List<Tokens> texts) {
        known.clear();
        others.clear();
        covered = covered.length < texts.size() ? Arrays.copyOf(covered, texts.size()) : covered;
        for (int t = 0; t < texts.size(); t++) {
            covered[t] = new long[(texts.get(t).text().original().length() >> 6) + 1];
        }
    }

    /** Covers the span of the next known name, which has the given number. */
    public void add(Span span, int number) {
        numbers = known.size() == numbers.length ? Arrays.copyOf(numbers, known.size() * 2) : numbers;
        numbers[known.size()] = number;
        known.add(span);
        cover(span);
    }

    /** Covers the span of a name that is not known. */
    public void add(Span span) {
        others.add(span);
        cover(span);
    }

    /** Whether no character of the span is covered. */
    public boolean isFree(Span span) {
        long[] bits = covered[span.text()];
        long taken = 0;
        for (int word = span.start() >> 6; word << 6 < span.end(); word++) {
            taken |= bits[word] & mask(span, word);
        }
        return taken == 0;
    }

    /** From the body to the end of the known place or larger body after it; null where none is or another name crosses. */
    public @Nullable Span around(Body body, Tokens tokens, int text) {
        int first = originalStart(tokens, body.first());
        for (int token = body.end(); token <= body.place(); token++) {
            if (token >= tokens.size() || !tokens.flowsInto(token)) {
                return null;
            }
            int start = originalStart(tokens, token);
            int index = firstFrom(text, start);
            if (index < known.size() && isOn(known.get(index), text, start) && mayEnd(body, kind(index))) {
                Span span = new Span(text, first, known.get(index).end());
                return isCrossed(span) ? null : span;
            }
        }
        return null;
    }

    private static int originalStart(Tokens tokens, int token) {
        return tokens.text().originalStart(tokens.start(token));
    }

    private static boolean isOn(Span span, int text, int start) {
        return span.text() == text && span.start() == start;
    }

    private UnknownName.@Nullable Kind kind(int index) {
        return kinds.apply(numbers[index]);
    }

    private static boolean mayEnd(Body body, UnknownName.@Nullable Kind kind) {
        return kind == UnknownName.Kind.PLACE || body.concerned() && kind == UnknownName.Kind.ORGANISATION;
    }

    /** Whether a known name begins before the span and ends within it, a known body begins it, or another name is in it. */
    private boolean isCrossed(Span span) {
        int from = firstFrom(span.text(), span.start());
        boolean crossed = from > 0 && known.get(from - 1).overlaps(span)
                || from < known.size()
                        && isOn(known.get(from), span.text(), span.start())
                        && kind(from) == UnknownName.Kind.ORGANISATION;
        for (int i = 0; i < others.size() && !crossed; i++) {
            crossed = others.get(i).overlaps(span);
        }
        return crossed;
    }

    /** The index of the first known name that does not begin before the given character. */
    private int firstFrom(int text, int start) {
        int from = 0;
        int to = known.size();
        while (from < to) {
            int middle = from + to >>> 1;
            Span other = known.get(middle);
            boolean before = other.text() < text || other.text() == text && other.start() < start;
            from = before ? middle + 1 : from;
            to = before ? to : middle;
        }
        return from;
    }

    /** The word that the span ends with or in, which is the given one or comes after it. */
    public static int lastWord(Tokens tokens, int from, Span span) {
        int word = from;
        while (word + 1 < tokens.size() && originalStart(tokens, word + 1) < span.end()) {
            word++;
        }
        return word;
    }

    private void cover(Span span) {
        long[] bits = covered[span.text()];
        for (int word = span.start() >> 6; word << 6 < span.end(); word++) {
            bits[word] |= mask(span, word);
        }
    }

    /** The bits of the characters of the span that are among the 64 with the given index. */
    private static long mask(Span span, int word) {
        int from = Math.max(span.start() - (word << 6), 0);
        int beyond = Math.max((word + 1 << 6) - span.end(), 0);
        return from + beyond < Long.SIZE ? -1L << from & -1L >>> beyond : 0;
    }
}
