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
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import khabar.language.script.Chars;

/**
 * Makes the compact word list from the dictionary of the npm package dictionary-fa; the command is in
 * docs/decisions. Equal input gives equal bytes.
 */
final class LexiconTool {
    private static final int LONGEST = 30;
    private static final List<String> VERB_PREFIXES = List.of("می", "نمی");
    private static final List<String> PERSONS = List.of("ام", "ای", "ایم", "اید", "اند");
    private static final List<String> PLURALS =
            List.of("ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان", "هاست");
    private static final List<String> DEGREES = List.of("تر", "ترین", "تری", "ترینی");
    /** Classes of the dictionary whose words take the plural in ha. */
    private static final List<String> PLURAL_CLASSES = List.of("sd", "sg");

    private final Map<String, Set<String>> classes = new HashMap<>();
    private final Map<String, Integer> flags = new TreeMap<>();
    private final Map<String, Integer> masks = new HashMap<>();

    /** Arguments: index.dic of the package, and the file to write. */
    public static void main(String[] arguments) throws IOException {
        LexiconTool tool = new LexiconTool();
        tool.read(Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8));
        tool.sort();
        Files.write(Path.of(arguments[1]), tool.compact());
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
            }
        });
        flags.values().removeIf(f -> f == 0);
        masks.keySet().forEach(word -> flags.putIfAbsent(word, 0));
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
        masks.merge(letters.toString(), mask, Math::min);
        flag(letters.toString(), flagsOf(word, of));
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
        out.write(wordFlags);
        int mask = masks.getOrDefault(word, 0);
        out.write(Integer.bitCount(mask));
        for (int bits = mask; bits != 0; bits &= bits - 1) {
            out.write(Integer.numberOfTrailingZeros(bits));
        }
    }
}
