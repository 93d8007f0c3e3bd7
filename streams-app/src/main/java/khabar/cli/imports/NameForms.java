package khabar.cli.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import khabar.cli.imports.source.Imported;
import khabar.language.halfspace.HalfSpaces;
import khabar.language.normalize.Normalizer;
import khabar.language.normalize.Profile;

/**
 * Writes names as a gazetteer takes them, and with care: a short form, or a name that is also a word, counts
 * only in an article that names the entity in another way, too.
 */
final class NameForms {
    private static final int SHORTEST = 3;
    private static final String BESIDE = "~";
    private static final String SIGNS = "~?!(-#*";

    private final Normalizer keys = new Normalizer(Profile.SEARCH_KEY);
    private final boolean careful;
    private final int most;

    /**
     * Writes so many names of each language at most.
     *
     * @param careful false to let every name count wherever it stands
     */
    NameForms(boolean careful, int most) {
        this.careful = careful;
        this.most = most;
    }

    /** The names of one language in the form of a field. */
    List<String> of(Imported entity, String language) {
        List<String> written = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String name : entity.names(language)) {
            add(name, false, written, seen);
        }
        for (String alias : entity.aliases(language)) {
            add(alias, true, written, seen);
        }
        return written.subList(0, Math.min(most, written.size()));
    }

    private void add(String name, boolean alias, List<String> written, Set<String> seen) {
        String clean = clean(name);
        String key = keys.normalize(clean).key().strip();
        if (key.codePoints().filter(Character::isLetter).count() >= (careful ? SHORTEST : 1) && seen.add(key)) {
            boolean oneWord = key.chars().allMatch(Character::isLetterOrDigit);
            written.add(careful && oneWord && (alias || isOrdinaryWord(key)) ? BESIDE + clean : clean);
        }
    }

    private static boolean isOrdinaryWord(String key) {
        return (HalfSpaces.shipped().wordBits(key, 0, key.length()) & HalfSpaces.ORDINARY_WORD) != 0;
    }

    /** Signs of the gazetteer's form mean something there; what stands in brackets tells namesakes apart. */
    private static String clean(String name) {
        String clean = name.replaceAll("\\s*\\([^()]*\\)\\s*", " ")
                .replaceAll("[|;\\p{Cntrl}]+", " ")
                .replaceAll(" +", " ")
                .strip();
        int start = 0;
        while (start < clean.length() && SIGNS.indexOf(clean.charAt(start)) >= 0) {
            start++;
        }
        return clean.substring(start).strip();
    }
}
