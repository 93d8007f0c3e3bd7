package khabar.language.evaluate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Counts errors by kind, and keeps the first example of each. Not safe for many threads. */
final class Confusions {
    private static final int AROUND = 30;
    private static final int BEGINNING = 80;

    private record Kind(String expected, String found) {}

    private final Map<Kind, Confusion> byKind = new HashMap<>();

    void add(String expected, String found, Supplier<String> example) {
        byKind.compute(
                new Kind(expected, found),
                (kind, known) -> known == null
                        ? new Confusion(expected, found, 1, example.get())
                        : new Confusion(expected, found, known.times() + 1, known.example()));
    }

    /** The most frequent ones. */
    List<Confusion> worst(int limit) {
        return byKind.values().stream()
                .sorted(Comparator.comparingLong(Confusion::times)
                        .reversed()
                        .thenComparing(Confusion::expected)
                        .thenComparing(Confusion::found))
                .limit(limit)
                .toList();
    }

    /** The first words of a text, on one line. */
    static String beginning(String text) {
        int end = Math.min(text.length(), BEGINNING);
        end -= end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? 1 : 0;
        return text.substring(0, end).replaceAll("\\s+", " ") + (end < text.length() ? "\u2026" : "");
    }

    /** A piece of a text with some of what stands before and after it, on one line. */
    static String around(String text, int start, int end) {
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        from -= from > 0 && Character.isLowSurrogate(text.charAt(from)) ? 1 : 0;
        to += to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? 1 : 0;
        String cut = text.substring(from, start) + "[" + text.substring(start, end) + "]" + text.substring(end, to);
        return (from > 0 ? "\u2026" : "") + cut.replaceAll("\\s+", " ") + (to < text.length() ? "\u2026" : "");
    }
}
