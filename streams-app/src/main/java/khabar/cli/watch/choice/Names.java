package khabar.cli.watch.choice;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.cli.watch.SafeText;
import khabar.language.normalize.Normalizer;
import khabar.language.normalize.Profile;

/** Names as they are shown and looked for. */
public final class Names {
    private static final Normalizer KEYS = new Normalizer(Profile.SEARCH_KEY);
    private static final List<String> LATIN = List.of("en", "de", "fr");

    private Names() {}

    /** A name in Latin letters where there is one, else the id. */
    public static String first(String id, Map<String, String> names) {
        return LATIN.stream()
                .map(names::get)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .map(SafeText::line)
                .orElseGet(() -> SafeText.line(id));
    }

    /** Whether any of the texts has all words that were typed, whatever the spelling of the letters. */
    public static boolean match(String typed, Stream<String> texts) {
        String key = key(typed);
        if (key.isBlank()) {
            return true;
        }
        String all = texts.map(Names::key).collect(Collectors.joining("\n"));
        return Stream.of(key.strip().split("\\s+")).allMatch(all::contains);
    }

    private static String key(String text) {
        return KEYS.normalize(text).key();
    }
}
