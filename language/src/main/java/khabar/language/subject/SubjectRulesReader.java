package khabar.language.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.Normalizer;
import khabar.language.rule.BadLine;
import khabar.language.rule.RuleFile;

/**
 * Reads rule files. A subject starts with {@code [code] parent | fa name | en name}; a top-level
 * subject has no parent, and {@code [code]} alone goes on with a subject that is known. The lines after
 * it are {@code weight | term; term; ...}. A term is a phrase, {@code phrase ~ phrase} where all stand
 * near each other, or {@code phrase + phrase} where all stand in the article; {@code ! phrase} at its
 * end makes it hold only where that phrase does not stand in the article. A weight below zero speaks
 * against the subject. {@code [code] drop} forgets the shipped terms of the subject; the lines after it
 * then stand in their place.
 */
public final class SubjectRulesReader {
    private static final String SCHEME = "medtop:";
    private static final String DROP = "drop";
    private static final Pattern CODE = Pattern.compile("\\d{1,8}");

    private final SubjectRules.Builder rules;

    /** A reader that has read nothing yet. */
    public SubjectRulesReader(Normalizer normalizer, Vocabulary words) {
        rules = new SubjectRules.Builder(normalizer, words);
    }

    /** Reads one file; what it cannot use goes to the given consumer, and the rest is read. */
    public void read(RuleFile file, Consumer<BadLine> badLines) {
        rules.closeSubject();
        file.read(this::read, badLines);
    }

    /** Reads a line that says {@code drop}, and no other; to be called for all of them before any line is read. */
    public void readDrop(String line) {
        int close = line.indexOf(']');
        if (line.startsWith("[")
                && close > 0
                && line.substring(close + 1).strip().equals(DROP)) {
            rules.dropTerms(SCHEME + line.substring(1, close).strip());
        }
    }

    private void read(String line) {
        if (line.startsWith("[")) {
            // Terms after a bad subject must not go to the one before.
            rules.closeSubject();
            readSubject(line);
        } else {
            readTerms(line);
        }
    }

    private void readSubject(String line) {
        int close = line.indexOf(']');
        String code = close < 0 ? "" : line.substring(1, close).strip();
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("subject: " + line + " (expected: [12345678], digits)");
        }
        String rest = line.substring(close + 1);
        if (rest.isBlank() || rest.strip().equals(DROP)) {
            rules.reopenSubject(SCHEME + code);
            return;
        }
        String[] fields = rest.split("\\|", -1);
        if (fields.length < 3 || fields[1].isBlank() || fields[2].isBlank()) {
            throw new IllegalArgumentException(
                    "subject: " + line + " (expected: [code] parent | Persian name | English name)");
        }
        String parent = fields[0].isBlank() ? "" : SCHEME + fields[0].strip();
        rules.addSubject(SCHEME + code, parent, Map.of("fa", fields[1].strip(), "en", fields[2].strip()));
    }

    private void readTerms(String line) {
        int bar = line.indexOf('|');
        double weight = weight(bar < 0 ? line : line.substring(0, bar));
        List<Draft> terms = new ArrayList<>();
        for (String written : line.substring(bar + 1).split(";")) {
            if (!written.isBlank()) {
                terms.add(draft(written.strip()));
            }
        }
        terms.forEach(term -> rules.addTerm(weight, term));
    }

    private static double weight(String written) {
        try {
            return Double.parseDouble(written.strip());
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "weight: " + written.strip() + " (expected: a number, then | and terms)", noNumber);
        }
    }

    private Draft draft(String written) {
        List<String> sides = parts(written, " ! ");
        String holds = sides.get(0);
        List<String> without = sides.subList(1, sides.size());
        if (holds.contains(" ~ ")) {
            return new Draft(Term.Kind.NEAR, parts(holds, " ~ "), without, written);
        }
        if (holds.contains(" + ")) {
            return new Draft(Term.Kind.ALL, parts(holds, " + "), without, written);
        }
        return new Draft(Term.Kind.SINGLE, List.of(holds), without, written);
    }

    /**
     * A term whose phrases have no numbers yet.
     *
     * @param phrases must stand in the article
     * @param without must not stand there
     */
    record Draft(Term.Kind kind, List<String> phrases, List<String> without, String written) {}

    private static List<String> parts(String written, String separator) {
        List<String> parts = new ArrayList<>();
        for (String part : written.split(Pattern.quote(separator))) {
            if (part.chars().noneMatch(Character::isLetterOrDigit)) {
                throw new IllegalArgumentException("term: " + written + " (expected: at least one word in each part)");
            }
            parts.add(part.strip());
        }
        return parts;
    }

    SubjectRules rules() {
        return rules.build();
    }
}
