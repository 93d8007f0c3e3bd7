package khabar.language.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.language.normalize.Chars;
import khabar.language.normalize.Normalizer;
import khabar.language.normalize.Profile;
import khabar.language.normalize.Rule;

/**
 * Measures half-space restoration by strip and restore: takes the half-spaces out of Persian texts that
 * have them, restores them, and compares word by word with the text as it was. A word counts where it
 * has a half-space before or after: right if all of its half-spaces are where they were and no others,
 * else wrong or missed or both. The writer's own spelling is the measure, also where it is careless.
 */
public final class HalfSpaceScore {
    /** How the half-spaces get lost. */
    public enum Defect {
        /** Left out, so that the parts stand together. */
        DELETED,
        /** A space in their place; spaces that were there before must stay. */
        SPACED
    }

    private static final int CONFUSIONS = 100;

    private final Normalizer reference = new Normalizer(Profile.MINIMAL);
    private final Normalizer restorer = new Normalizer(new Profile("half-spaces", EnumSet.of(Rule.HALF_SPACES)));
    private final Defect defect;
    private final Map<String, long[]> confusions = new HashMap<>();
    private long right;
    private long wrong;
    private long missed;

    public HalfSpaceScore(Defect defect) {
        this.defect = defect;
    }

    /** Takes one text into account. */
    public void add(String text) {
        String expected = reference.normalize(text, "fa").display();
        String damaged = expected.replace(String.valueOf(Chars.ZWNJ), defect == Defect.DELETED ? "" : " ");
        compare(
                words(expected, expected),
                words(damaged, restorer.normalize(damaged, "fa").display()));
    }

    /** What came of all texts so far. */
    public Score score() {
        List<Score.Confusion> worst = new ArrayList<>();
        confusions.forEach((words, times) -> {
            String[] pair = words.split("\t", 2);
            worst.add(new Score.Confusion(pair[0], pair[1], times[0]));
        });
        worst.sort(Comparator.comparingLong(Score.Confusion::times)
                .reversed()
                .thenComparing(Score.Confusion::expected)
                .thenComparing(Score.Confusion::found));
        return new Score(right, wrong, missed, worst.subList(0, Math.min(CONFUSIONS, worst.size())));
    }

    /** A word by the number of letters before it and after its end, and its spelling. */
    private record Word(int start, int end, String spelling) {
        boolean hasHalfSpace() {
            return spelling.indexOf(Chars.ZWNJ) >= 0;
        }
    }

    /** The words of the restored text, with only those changes that undo the defect in question. */
    private List<Word> words(String before, String after) {
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int letters = 0;
        int i = 0;
        for (int j = 0; j < after.length(); j++) {
            char c = after.charAt(j);
            boolean same = i < before.length() && before.charAt(i) == c;
            boolean replaced = c == Chars.ZWNJ && !same && before.charAt(i) == ' ';
            i += same || replaced ? 1 : 0;
            boolean counts = same || replaced == (defect == Defect.SPACED);
            if (c == Chars.ZWNJ ? counts : Chars.isWordPart(c)) {
                word.append(c);
                letters += c == Chars.ZWNJ ? 0 : 1;
            } else if (c != Chars.ZWNJ || replaced) {
                end(words, word, letters);
                letters++;
                letters -= c == ' ' || c == Chars.ZWNJ ? 1 : 0;
            }
        }
        end(words, word, letters);
        return words;
    }

    private static void end(List<Word> words, StringBuilder word, int letters) {
        if (!word.isEmpty()) {
            String spelling = word.toString();
            long halfSpaces = spelling.chars().filter(c -> c == Chars.ZWNJ).count();
            words.add(new Word(letters - spelling.length() + (int) halfSpaces, letters, spelling));
            word.setLength(0);
        }
    }

    private void compare(List<Word> expected, List<Word> found) {
        int f = 0;
        for (Word word : expected) {
            int first = f;
            while (f < found.size() && found.get(f).end() <= word.end()) {
                f++;
            }
            int last = f < found.size() && found.get(f).start() < word.end() ? f + 1 : f;
            boolean equal = last == first + 1 && found.get(first).equals(word);
            boolean any = found.subList(first, last).stream().anyMatch(Word::hasHalfSpace);
            count(word, found.subList(first, last), equal, any);
            f = last;
        }
    }

    private void count(Word word, List<Word> found, boolean equal, boolean any) {
        if (equal) {
            right += word.hasHalfSpace() ? 1 : 0;
            return;
        }
        wrong += any ? 1 : 0;
        missed += word.hasHalfSpace() ? 1 : 0;
        if (any || word.hasHalfSpace()) {
            String pair = word.spelling() + "\t"
                    + String.join(" ", found.stream().map(Word::spelling).toList());
            confusions.computeIfAbsent(pair, p -> new long[1])[0]++;
        }
    }
}
