package khabar.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Pattern;
import khabar.schemas.Rule;
import khabar.schemas.RuleKind;

/** What every rule must look like, whatever its kind. */
public final class RuleForm {
    /** The most UTF-8 bytes of a body. */
    static final int MOST_BYTES = 256 << 10;

    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:/-]{0,199}");

    private RuleForm() {}

    /** What is wrong with the form of a rule that stands under the given key; empty where it is right. */
    public static Optional<String> fault(String key, Rule rule) {
        if (!ID.matcher(key).matches()) {
            return Optional.of("ruleId: " + key
                    + " (expected: at most 200 letters, digits, dots, hyphens, colons, slashes and underscores)");
        }
        if (!key.equals(rule.getRuleId())) {
            return Optional.of("ruleId: " + rule.getRuleId() + " (expected: " + key + ", the key of the record)");
        }
        if (rule.getKind() == RuleKind.UNKNOWN) {
            return Optional.of("kind: UNKNOWN (expected: GAZETTEER_ENTRY, SUBJECT_RULE or ALERT)");
        }
        int bytes = rule.getBody().getBytes(UTF_8).length;
        if (bytes > MOST_BYTES) {
            return Optional.of("body: " + bytes + " bytes (expected: at most " + MOST_BYTES + ")");
        }
        boolean silent =
                rule.getBody().lines().map(String::strip).allMatch(line -> line.isEmpty() || line.charAt(0) == '#');
        return silent ? Optional.of("body: empty (expected: at least one line that says something)") : Optional.empty();
    }
}
