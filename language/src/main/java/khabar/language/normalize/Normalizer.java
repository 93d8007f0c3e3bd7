package khabar.language.normalize;

/** Brings a text into its display form and its match key. Stateless and safe for many threads. */
public final class Normalizer {
    private static final char ZWNJ = '\u200c';
    private static final char KASHIDA = '\u0640';
    private static final char ARABIC_YEH = '\u064a';
    private static final char ARABIC_KAF = '\u0643';
    private static final char FARSI_YEH = '\u06cc';
    private static final char KEHEH = '\u06a9';

    /** All forms of the given original. */
    public NormalizedText normalize(String original) {
        StringBuilder key = new StringBuilder(original.length());
        int[] starts = new int[original.length()];
        int[] ends = new int[original.length()];
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            if (c == ZWNJ || c == KASHIDA || Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            starts[key.length()] = i;
            ends[key.length()] = i + 1;
            key.append(fold(c));
        }
        return new NormalizedText(original, original, key.toString(), starts, ends);
    }

    private static char fold(char c) {
        return switch (c) {
            case ARABIC_YEH -> FARSI_YEH;
            case ARABIC_KAF -> KEHEH;
            default -> Character.toLowerCase(c);
        };
    }
}
