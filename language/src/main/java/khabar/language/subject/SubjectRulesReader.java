package khabar.language.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khabar.language.match.Clitics;
import khabar.language.normalize.Normalizer;

/**
 * Reads rule files. A subject starts with {@code [code] parent | fa name | en name}; a top-level
 * subject has no parent. The lines after it are {@code weight | term; term; ...}. A term is a phrase,
 * {@code phrase ~ phrase} where all stand near each other, or {@code phrase + phrase} where all stand
 * in the article. A weight below zero speaks against the subject.
 */
final class SubjectRulesReader {
    private static final String SCHEME = "medtop:";

    private final SubjectRules.Builder rules;

    SubjectRulesReader(Normalizer normalizer, Clitics clitics) {
        rules = new SubjectRules.Builder(normalizer, clitics);
    }

    /** Reads the lines of one file; the file's name serves error messages. */
    void read(String file, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            try {
                if (line.startsWith("[")) {
                    readSubject(line);
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    readTerms(line);
                }
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new IllegalArgumentException(file + ":" + (i + 1) + ": " + line, e);
            }
        }
    }

    private void readSubject(String line) {
        int close = line.indexOf(']');
        String[] fields = line.substring(close + 1).split("\\|", -1);
        String parent = fields[0].isBlank() ? "" : SCHEME + fields[0].strip();
        Map<String, String> names = Map.of("fa", fields[1].strip(), "en", fields[2].strip());
        rules.addSubject(SCHEME + line.substring(1, close), parent, names);
    }

    private void readTerms(String line) {
        int bar = line.indexOf('|');
        double weight = Double.parseDouble(line.substring(0, bar).strip());
        for (String written : line.substring(bar + 1).split(";")) {
            if (!written.isBlank()) {
                addTerm(weight, written.strip());
            }
        }
    }

    private void addTerm(double weight, String written) {
        if (written.contains(" ~ ")) {
            rules.addTerm(weight, Term.Kind.NEAR, parts(written, " ~ "), written);
        } else if (written.contains(" + ")) {
            rules.addTerm(weight, Term.Kind.ALL, parts(written, " \\+ "), written);
        } else {
            rules.addTerm(weight, Term.Kind.SINGLE, List.of(written), written);
        }
    }

    private static List<String> parts(String written, String separator) {
        List<String> parts = new ArrayList<>();
        for (String part : written.split(separator)) {
            parts.add(part.strip());
        }
        return parts;
    }

    SubjectRules rules() {
        return rules.build();
    }
}
