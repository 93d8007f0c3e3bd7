package khabar.it.pictures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A story told once: the places and figures that it has drawn stay the same from headline to end. */
final class Telling {
    private static final Pattern CHOICE = Pattern.compile("\\[([^\\]]*)\\]");
    private static final Pattern SLOT = Pattern.compile("\\{(?:(\\d+)-(\\d+)|([a-z]+)(\\+?)(?:\\.(\\d))?)\\}");
    private static final char PERSIAN_ZERO = '۰';
    /** Wide ranges are of what people count in tens. */
    private static final int WIDE = 60;

    private static final int MANY = 1_000;

    private final Map<String, List<List<String>>> lists;
    private final String language;
    private final Random random;
    private int turn;
    /** Entries of each list in the order in which this telling uses them. */
    private final Map<String, List<List<String>>> drawn = new HashMap<>();

    /** The first choice goes by the turn, so that a story comes with another headline each time. */
    Telling(NewsText text, String language, int turn, Random random) {
        this.lists = text.lists();
        this.language = language;
        this.random = random;
        this.turn = turn;
    }

    /** The text with all its slots filled. */
    String fill(String text) {
        String chosen = CHOICE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(oneOf(found.group(1))));
        return SLOT.matcher(chosen)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null
                                ? entry(found.group(3), found.group(4).isEmpty() ? 0 : 1, found.group(5))
                                : number(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)))));
    }

    private String oneOf(String alternatives) {
        String[] all = alternatives.split("\\|", -1);
        String chosen = all[turn % all.length];
        turn = random.nextInt(MANY);
        return chosen;
    }

    private String entry(String list, int place, @Nullable String form) {
        List<List<String>> order = drawn.computeIfAbsent(list, this::shuffled);
        return order.get(place).get(form == null ? 0 : Integer.parseInt(form) - 1);
    }

    private List<List<String>> shuffled(String list) {
        List<List<String>> entries = new ArrayList<>(lists.getOrDefault(list, List.of()));
        Collections.shuffle(entries, random);
        return entries;
    }

    private String number(int least, int most) {
        int number = least + random.nextInt(most - least + 1);
        String digits = Integer.toString(most - least > WIDE ? number / 10 * 10 : number);
        return language.equals("fa") ? persian(digits) : digits;
    }

    private static String persian(String digits) {
        StringBuilder persian = new StringBuilder();
        digits.chars().forEach(digit -> persian.append((char) (digit - '0' + PERSIAN_ZERO)));
        return persian.toString();
    }
}
