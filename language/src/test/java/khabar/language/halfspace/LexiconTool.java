package khabar.language.halfspace;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import khabar.language.script.Chars;

/**
 * Makes the compact word list from the dictionary of the npm package dictionary-fa, a list of frequent
 * words and the names that are shipped; the command is in docs/decisions. Equal input gives equal bytes.
 */
final class LexiconTool {
    private static final int LONGEST = 30;
    /** Of so many compounds at least is a second part worth telling. */
    private static final int SECOND_IN = 2;

    /** Shorter names could be anything. */
    private static final int SHORT_NAME = 3;

    private static final String HALF_SPACE = String.valueOf(Chars.ZWNJ);
    private static final List<String> VERB_PREFIXES = List.of("می", "نمی");
    private static final List<String> PERSONS = List.of("ام", "ای", "ایم", "اید", "اند");
    private static final Set<String> ARABIC_PREPOSITIONS = Set.of("فی", "برای", "علیه", "علیها", "علیهم", "مدظله");
    private static final Map<String, String> HAMZA_FORMS = Map.of("یی", "ئی", "ئو", "ؤو");
    private static final List<String> PLURALS =
            List.of("ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان", "هاست");
    private static final List<String> DEGREES = List.of("تر", "ترین", "تری", "ترینی");
    /** Classes of the dictionary whose words take the plural in ha. */
    private static final List<String> PLURAL_CLASSES = List.of("sd", "sg");

    private final Map<String, Set<String>> classes = new HashMap<>();
    private final Map<String, Integer> flags = new TreeMap<>();
    private final Map<String, Integer> masks = new HashMap<>();
    /** Of how many compounds each is the second part. */
    private final Map<String, Integer> seconds = new HashMap<>();

    /** Arguments: index.dic of the package, the frequent words, the folder of the names, the file to write. */
    public static void main(String[] arguments) throws IOException {
        LexiconTool tool = new LexiconTool();
        tool.read(Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8));
        tool.sort();
        tool.names(ShippedNames.in(Path.of(arguments[2])));
        tool.common(Files.readAllLines(Path.of(arguments[1]), StandardCharsets.UTF_8));
        tool.hehFirst();
        tool.otherSpellings();
        Files.write(Path.of(arguments[3]), tool.compact());
        System.out.println("words: " + tool.flags.size());
    }

    private void read(List<String> lines) {
        for (String line : lines.subList(1, lines.size())) {
            int slash = line.indexOf('/');
            String word = cleaned(slash < 0 ? line : line.substring(0, slash));
            if (isWord(word)) {
                Set<String> of = classes.computeIfAbsent(word, w -> new HashSet<>());
                for (int i = slash + 1; slash >= 0 && i + 1 < line.length(); i += 2) {
                    of.add(line.substring(i, i + 2));
                }
            }
        }
    }

    /** Without the half-spaces that nobody sees. */
    private static String cleaned(String word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean seen = i > 0 && i + 1 < word.length() && Chars.joinsForward(word.charAt(i - 1));
            if (c != Chars.ZWNJ || seen) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isWord(String word) {
        return !word.isEmpty()
                && word.length() <= LONGEST
                && word.chars().allMatch(c -> c == Chars.ZWNJ || Chars.isArabicLetter((char) c));
    }

    private void sort() {
        Set<String> verbal = new HashSet<>();
        for (String word : classes.keySet()) {
            String[] parts = word.split(String.valueOf(Chars.ZWNJ));
            if (parts.length == 2 && VERB_PREFIXES.contains(parts[0])) {
                verbal.add(parts[1]);
            }
        }
        verbal.forEach(form -> flag(form, Lexicon.VERBAL));
        classes.forEach((word, of) -> {
            String[] parts = word.split(String.valueOf(Chars.ZWNJ));
            if (parts.length == 1) {
                plain(word, of, verbal);
            } else if (!isConjugated(parts)) {
                compound(word, of);
                article(parts);
            }
        });
        seconds.forEach((part, times) -> {
            if (times >= SECOND_IN) {
                flag(part, Lexicon.SECOND);
            }
        });
        flags.values().removeIf(f -> f == 0);
        masks.keySet().forEach(word -> flags.putIfAbsent(word, 0));
    }

    /** The names in one piece that the list takes, unless they are plurals or degrees of other words. */
    static Stream<String> plainNames(ShippedNames names) {
        return names.words().stream().filter(name -> isWord(name) && name.length() > SHORT_NAME);
    }

    /** Whether the word ends as plurals and degrees do. */
    static boolean maybeInflected(String word) {
        return Stream.concat(PLURALS.stream(), DEGREES.stream()).anyMatch(word::endsWith);
    }

    /** The names with half-spaces that the list takes. */
    static Stream<String> compoundNames(ShippedNames names) {
        return names.compounds().stream().map(LexiconTool::cleaned).filter(LexiconTool::isWord);
    }

    private void names(ShippedNames names) {
        plainNames(names)
                .filter(name -> !isJoinedPlural(name) && !isJoinedDegree(name))
                .forEach(name -> flag(name, Lexicon.PLAIN));
        compoundNames(names).forEach(this::name);
        names.given().forEach(name -> flag(name, Lexicon.PLAIN | Lexicon.GIVEN));
    }

    /** A name with half-spaces, which is how it is written whatever the dictionary says. */
    private void name(String name) {
        String letters = name.replace(HALF_SPACE, "");
        if (!letters.equals(name)) {
            compound(name, Set.of());
            flags.computeIfPresent(letters, (w, f) -> f & ~Lexicon.PLAIN);
        }
    }

    private void common(List<String> words) {
        words.stream()
                .map(word -> word.replace(Chars.ARABIC_YEH, Chars.FARSI_YEH).replace(Chars.ARABIC_KAF, Chars.KEHEH))
                .filter(word -> isWord(word) && word.indexOf(Chars.ZWNJ) < 0)
                .forEach(word -> flag(word, Lexicon.COMMON));
    }

    /** A frequent word on silent Heh wins over the plural of a rare one that has the same letters before the Heh. */
    private void hehFirst() {
        flags.forEach((word, of) -> {
            int shorter = flags.getOrDefault(word.substring(0, word.length() - 1), Lexicon.COMMON);
            boolean frequent = (of & Lexicon.SILENT_HEH) != 0 && (of & Lexicon.COMMON) != 0;
            if (frequent && (shorter & Lexicon.COMMON) == 0) {
                flag(word, Lexicon.HEH_FIRST);
            }
        });
    }

    /** Frequent words and verbs with a Hamza as many write it and the dictionary does not. */
    private void otherSpellings() {
        Map<String, Integer> others = new TreeMap<>();
        flags.forEach((word, of) -> HAMZA_FORMS.forEach((usual, other) -> {
            boolean worthIt = (of & (Lexicon.COMMON | Lexicon.VERBAL)) != 0;
            String form = word.replace(usual, other);
            if (worthIt && !form.equals(word) && !flags.containsKey(form)) {
                others.put(form, of & ~Lexicon.COMMON);
                masks.computeIfAbsent(form, f -> masks.get(word));
            }
        }));
        flags.putAll(others);
    }

    private static boolean isConjugated(String[] parts) {
        return parts[0].endsWith("می") && parts[0].length() <= 6 && parts.length <= 3
                || PERSONS.contains(parts[parts.length - 1]) && parts[parts.length - 2].endsWith("ه");
    }

    private void plain(String word, Set<String> of, Set<String> verbal) {
        boolean joinedVerb = of.isEmpty()
                && VERB_PREFIXES.stream()
                        .anyMatch(p -> word.startsWith(p) && verbal.contains(word.substring(p.length())));
        if (joinedVerb || isJoinedPlural(word) || isJoinedDegree(word)) {
            return;
        }
        flag(word, Lexicon.PLAIN | flagsOf(word, of));
        if (word.endsWith("ه") && classes.containsKey(word + Chars.ZWNJ + "اند")) {
            flag(word, Lexicon.PARTICIPLE);
        }
    }

    /** The dictionary lists some plurals as they are mistyped. */
    private boolean isJoinedPlural(String word) {
        for (String plural : PLURALS) {
            String stem = word.endsWith(plural) ? word.substring(0, word.length() - plural.length()) : "";
            boolean known = PLURAL_CLASSES.stream()
                    .anyMatch(c -> classes.getOrDefault(stem, Set.of()).contains(c));
            if (stem.length() > 2 && known && Chars.joinsForward(stem.charAt(stem.length() - 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean isJoinedDegree(String word) {
        for (String degree : DEGREES) {
            String stem = word.endsWith(degree) ? word.substring(0, word.length() - degree.length()) : "";
            Set<String> of = classes.getOrDefault(stem, Set.of());
            if (stem.length() > 1 && of.contains("su") && Chars.joinsForward(stem.charAt(stem.length() - 1))) {
                return true;
            }
        }
        return false;
    }

    private void compound(String word, Set<String> of) {
        StringBuilder letters = new StringBuilder();
        int mask = 0;
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == Chars.ZWNJ) {
                mask |= 1 << letters.length();
            } else {
                letters.append(word.charAt(i));
            }
        }
        if (Integer.bitCount(mask) == 1
                && Chars.joinsForward(letters.charAt(Integer.numberOfTrailingZeros(mask) - 1))) {
            seconds.merge(letters.substring(Integer.numberOfTrailingZeros(mask)), 1, Integer::sum);
        }
        masks.merge(letters.toString(), mask, Math::min);
        flag(letters.toString(), flagsOf(word, of));
    }

    /** Two words of Arabic with the article between them are one also behind a space, but for prepositional phrases. */
    private void article(String[] parts) {
        boolean article = parts.length == 2 && parts[1].startsWith("ال") && parts[1].length() > SHORT_NAME;
        if (article && !ARABIC_PREPOSITIONS.contains(parts[0])) {
            flag(parts[0] + parts[1], Lexicon.SPACED);
        }
    }

    private static int flagsOf(String word, Set<String> of) {
        boolean silentHeh = word.endsWith("ه") && (of.contains("sk") || of.contains("sm"));
        boolean comparable = of.contains("st") || of.contains("su");
        return (of.isEmpty() ? 0 : Lexicon.NOMINAL)
                | (silentHeh ? Lexicon.SILENT_HEH : 0)
                | (comparable ? Lexicon.COMPARABLE : 0);
    }

    private void flag(String word, int flag) {
        flags.merge(word, flag, (a, b) -> a | b);
    }

    private byte[] compact() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(file);
        header.writeInt(flags.size());
        try (OutputStream out = new DeflaterOutputStream(file, new Deflater(Deflater.BEST_COMPRESSION))) {
            String last = "";
            for (Map.Entry<String, Integer> word : flags.entrySet()) {
                write(out, last, word.getKey(), word.getValue());
                last = word.getKey();
            }
        }
        return file.toByteArray();
    }

    private void write(OutputStream out, String last, String word, int wordFlags) throws IOException {
        int shared = 0;
        while (shared < Math.min(last.length(), word.length()) && last.charAt(shared) == word.charAt(shared)) {
            shared++;
        }
        out.write(shared);
        out.write(word.length() - shared);
        for (int i = shared; i < word.length(); i++) {
            out.write(word.charAt(i) - LexiconFile.FIRST_LETTER);
        }
        out.write(wordFlags >> 8);
        out.write(wordFlags);
        int mask = masks.getOrDefault(word, 0);
        out.write(Integer.bitCount(mask));
        for (int bits = mask; bits != 0; bits &= bits - 1) {
            out.write(Integer.numberOfTrailingZeros(bits));
        }
    }
}
