package khabar.language.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import khabar.language.normalize.Normalizer;
import khabar.language.normalize.Profile;
import khabar.language.normalize.Rule;
import khabar.language.script.Chars;

/**
 * Prints how well half-spaces could be restored by one who knows of each word in a file, without its
 * half-spaces, how often its writers write which spelling: the best F1, and the best at a precision of
 * 0.97. It knows the file that it is measured on, so that no program can do better that looks at the same.
 * Beside it stands one who knows only the other texts of the file, and asks the normalizer where a word is
 * in none of them: that much could be learned from the newspaper itself.
 */
final class HalfSpaceFrontier {
    private static final double PRECISION = 0.97;
    /** As often must a word have been seen between its neighbours that they are asked. */
    private static final long ENOUGH = 2;

    /** The normalizer counts for as sure as three writers of four. */
    private static final int THREE = 3;

    private static final int FOUR = 4;

    private static final String HALF_SPACE = String.valueOf(Chars.ZWNJ);
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{IsArabic}\\p{Mn}\u200c]+");

    private final Normalizer reference = new Normalizer(Profile.MINIMAL);
    private final Normalizer restorer = new Normalizer(new Profile("half-spaces", EnumSet.of(Rule.HALF_SPACES)));
    private final List<String[]> texts = new ArrayList<>();

    /** Arguments: JSON Lines files as {@link MeasureHalfSpaces} reads them. */
    public static void main(String[] arguments) throws IOException {
        for (String file : arguments) {
            List<String> all = new ArrayList<>();
            for (String row : Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)) {
                all.add(String.join("\n", MeasureHalfSpaces.texts(row)));
            }
            print(Path.of(file).getFileName() + ", all texts", all, text -> true);
            print(Path.of(file).getFileName() + ", with a half-space", all, text -> text.contains(HALF_SPACE));
        }
    }

    private static void print(String name, List<String> all, Predicate<String> chosen) {
        HalfSpaceFrontier frontier = new HalfSpaceFrontier();
        all.stream().map(frontier::normalized).filter(chosen).forEach(frontier::add);
        System.out.println(name + ", by words:           " + frontier.best(false));
        System.out.println(name + ", and by neighbours:  " + frontier.best(true));
        System.out.println(name + ", by the other texts: " + frontier.bestByOthers());
    }

    private String normalized(String text) {
        return reference.normalize(text, "fa").display();
    }

    private void add(String text) {
        texts.add(BETWEEN_WORDS.split(text));
    }

    private String bestByOthers() {
        Map<String, Map<String, Long>> all = new HashMap<>();
        forEachWord((before, word, after) -> count(all, letters(word), word));
        List<long[]> choices = new ArrayList<>();
        long expected = 0;
        for (String[] words : texts) {
            Map<String, Map<String, Long>> own = new HashMap<>();
            for (String word : words) {
                count(own, letters(word), word);
            }
            for (String word : words) {
                expected += word.contains(HALF_SPACE) ? 1 : 0;
                choices.add(byOthers(word, of(all, word), of(own, word)));
            }
        }
        return best(choices, expected);
    }

    /** What the other texts make of a word: 1 if right, 1 if wrong, and how often they have a half-space and not. */
    private long[] byOthers(String word, Map<String, Long> all, Map<String, Long> own) {
        Map<String, Long> others = new TreeMap<>(all);
        own.forEach((spelling, times) -> others.merge(spelling, -times, Long::sum));
        long total = total(others);
        String guess = others.entrySet().stream()
                .filter(s -> s.getKey().contains(HALF_SPACE) && s.getValue() > 0)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        if (total == 0) {
            String restored = restorer.normalize(letters(word), "fa").display();
            guess = restored.contains(HALF_SPACE) ? restored : "";
        }
        long right = guess.equals(word) ? 1 : 0;
        if (guess.isEmpty()) {
            return new long[] {0, 0, 0, 1};
        }
        return total == 0
                ? new long[] {right, 1 - right, THREE, FOUR}
                : new long[] {right, 1 - right, others.get(guess), total + 1};
    }

    private String best(boolean neighbours) {
        Map<String, Map<String, Long>> seen = seen();
        Map<String, Map<String, Long>> groups = new HashMap<>();
        forEachWord((before, word, after) -> {
            String key = letters(word);
            String near = letters(before) + " " + key + " " + letters(after);
            boolean asked = neighbours && total(seen.getOrDefault(near, Map.of())) >= ENOUGH;
            count(groups, asked ? near : key, word);
        });
        return best(groups);
    }

    private Map<String, Map<String, Long>> seen() {
        Map<String, Map<String, Long>> seen = new HashMap<>();
        forEachWord((before, word, after) ->
                count(seen, letters(before) + " " + letters(word) + " " + letters(after), word));
        return seen;
    }

    /** Writes the half-spaces of the surest words first, and stops where it is best. */
    private static String best(Map<String, Map<String, Long>> groups) {
        List<long[]> choices = new ArrayList<>();
        long expected = 0;
        for (Map<String, Long> spellings : groups.values()) {
            long most = most(spellings);
            expected += split(spellings);
            choices.add(new long[] {most, total(spellings) - most, most, total(spellings)});
        }
        return best(choices, expected);
    }

    /** Each choice: right words, wrong words, and two numbers whose ratio says how sure it is. */
    private static String best(List<long[]> choices, long expected) {
        choices.removeIf(c -> c[2] == 0);
        choices.sort(Comparator.comparingDouble((long[] c) -> -ratio(c)));
        long right = 0;
        long wrong = 0;
        int taken = 0;
        Score free = new Score(0, 0, expected, List.of());
        Score precise = free;
        for (long[] choice : choices) {
            right += choice[0];
            wrong += choice[1];
            boolean tie = ++taken < choices.size() && ratio(choices.get(taken)) == ratio(choice);
            if (tie) {
                continue;
            }
            Score score = new Score(right, wrong, expected - right, List.of());
            free = score.f1() > free.f1() ? score : free;
            precise = score.precision() >= PRECISION && score.f1() > precise.f1() ? score : precise;
        }
        return shown("best", free) + "; " + shown("at precision " + PRECISION, precise);
    }

    private static double ratio(long[] choice) {
        return (double) choice[2] / choice[3];
    }

    private static String shown(String name, Score score) {
        return String.format(
                Locale.ROOT,
                "%s: precision %.4f recall %.4f F1 %.4f",
                name,
                score.precision(),
                score.recall(),
                score.f1());
    }

    private void forEachWord(Visitor visitor) {
        for (String[] words : texts) {
            for (int i = 0; i < words.length; i++) {
                String before = i == 0 ? "" : words[i - 1];
                String after = i + 1 == words.length ? "" : words[i + 1];
                visitor.visit(before, words[i], after);
            }
        }
    }

    private static void count(Map<String, Map<String, Long>> groups, String key, String spelling) {
        groups.computeIfAbsent(key, k -> new HashMap<>()).merge(spelling, 1L, Long::sum);
    }

    private static Map<String, Long> of(Map<String, Map<String, Long>> groups, String word) {
        return groups.getOrDefault(letters(word), Map.of());
    }

    private static String letters(String word) {
        return word.replace(HALF_SPACE, "");
    }

    private static long total(Map<String, Long> spellings) {
        return spellings.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long split(Map<String, Long> spellings) {
        return spellings.entrySet().stream()
                .filter(s -> s.getKey().contains(HALF_SPACE))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static long most(Map<String, Long> spellings) {
        return spellings.entrySet().stream()
                .filter(s -> s.getKey().contains(HALF_SPACE))
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    private interface Visitor {
        void visit(String before, String word, String after);
    }
}
