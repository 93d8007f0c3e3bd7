package khabar.language.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khabar.language.normalize.Normalizer;

/**
 * Knows what Persian attaches to a word, before it and after it, with a half-space or without one.
 * Immutable and safe for many threads.
 */
public final class Clitics {
    private static final char ALEF = '\u0627';
    private static final char VAV = '\u0648';
    private static final char HEH = '\u0647';
    private static final char FARSI_YEH = '\u06cc';
    private static final int SHORTEST_STEM = 3;

    private final String[] joinedClitics;
    private final String[] joinedDerived;
    private final String[] spacedDerived;
    private final String[] joinedPrefixes;
    private final String[] attachedClitics;
    private final String[] attachedPrefixes;
    private final String[] inflections;

    private Clitics(Map<String, String[]> lists) {
        joinedClitics = list(lists, "joined-clitics");
        joinedDerived = list(lists, "joined-derived");
        spacedDerived = list(lists, "spaced-derived");
        joinedPrefixes = list(lists, "joined-prefixes");
        attachedClitics = list(lists, "attached-clitics");
        attachedPrefixes = list(lists, "attached-prefixes");
        inflections = list(lists, "inflections");
    }

    /** Reads lists in the form {@code name: form form ...}; lines that start with {@code #} are comments. */
    public static Clitics parse(List<String> lines, Normalizer normalizer) {
        Map<String, String[]> lists = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 0 || line.startsWith("#")) {
                continue;
            }
            List<String> forms = new ArrayList<>();
            for (String form : line.substring(colon + 1).strip().split(" +")) {
                forms.add(normalizer.normalize(form).key());
            }
            forms.sort((a, b) -> b.length() - a.length());
            lists.put(line.substring(0, colon), forms.toArray(String[]::new));
        }
        return new Clitics(lists);
    }

    private static String[] list(Map<String, String[]> lists, String name) {
        String[] list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("clitics." + name + ": missing (expected: a list of forms)");
        }
        return list;
    }

    /** What the piece between two half-spaces is to the word before it; {@link Suffix#NONE} for a word of its own. */
    Suffix joinedSuffix(String key, int start, int end, char before) {
        if (end - start == 1 && key.charAt(start) == FARSI_YEH) {
            return yehAfter(before);
        }
        if (isOneOf(joinedClitics, key, start, end)) {
            return Suffix.CLITIC;
        }
        return isOneOf(joinedDerived, key, start, end) ? Suffix.DERIVED : Suffix.NONE;
    }

    /** What a Yeh alone is after a half-space: the ezafe of a word on a vowel, or the Yeh of adjectives. */
    static Suffix yehAfter(char before) {
        return before == ALEF || before == VAV || before == HEH ? Suffix.CLITIC : Suffix.DERIVED;
    }

    /** Whether the given word, when it stands after a space, makes an adjective of the word before it. */
    public boolean derives(String key, int start, int end) {
        return isOneOf(spacedDerived, key, start, end);
    }

    /** Whether a name may follow the given piece after a half-space. */
    public boolean isJoinedPrefix(String key, int start, int end) {
        return isOneOf(joinedPrefixes, key, start, end);
    }

    /** The number of forms to try with {@link #withoutClitic}; the last one is the ezafe of a word on a vowel. */
    public int cliticCount() {
        return attachedClitics.length + 1;
    }

    /** The end of the word without the clitic of the given number, or -1 where it does not carry that one. */
    public int withoutClitic(String key, int start, int end, int number) {
        if (number == attachedClitics.length) {
            return end - start > SHORTEST_STEM && isEzafeAfterVowel(key, end) ? end - 1 : -1;
        }
        return without(attachedClitics[number], key, start, end, SHORTEST_STEM);
    }

    /** The number of forms to try with {@link #withoutInflection}. */
    public int inflectionCount() {
        return inflections.length;
    }

    /** The end of the word without the inflection of the given number, or -1 where it does not carry that one. */
    public int withoutInflection(String key, int start, int end, int number) {
        return without(inflections[number], key, start, end, 2);
    }

    /** The number of forms to try with {@link #withoutPrefix}. */
    public int prefixCount() {
        return attachedPrefixes.length;
    }

    /** The start of the word without the preposition or conjunction of the given number, or -1. */
    public int withoutPrefix(String key, int start, int end, int number) {
        String prefix = attachedPrefixes[number];
        int rest = start + prefix.length();
        return end - rest > SHORTEST_STEM && key.startsWith(prefix, start) ? rest : -1;
    }

    private static boolean isEzafeAfterVowel(String key, int end) {
        char before = key.charAt(end - 2);
        return key.charAt(end - 1) == FARSI_YEH && (before == ALEF || before == VAV);
    }

    private static int without(String suffix, String key, int start, int end, int shortest) {
        int stem = end - suffix.length();
        return stem - start >= shortest && key.startsWith(suffix, stem) ? stem : -1;
    }

    private static boolean isOneOf(String[] forms, String key, int start, int end) {
        for (String form : forms) {
            if (form.length() == end - start && key.startsWith(form, start)) {
                return true;
            }
        }
        return false;
    }
}
