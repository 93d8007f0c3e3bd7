package khabar.cli.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import khabar.schemas.RuleKind;

/** The kinds of rules, as people write them. */
enum Kind {
    GAZETTEER(RuleKind.GAZETTEER_ENTRY, ".gaz"),
    SUBJECT(RuleKind.SUBJECT_RULE, ".rules"),
    ALERT(RuleKind.ALERT, ".alert");

    private final RuleKind kind;
    private final String ending;

    Kind(RuleKind kind, String ending) {
        this.kind = kind;
        this.ending = ending;
    }

    RuleKind kind() {
        return kind;
    }

    /** What {@link #named} understands, besides the names of the schema. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> named(String word) {
        return Arrays.stream(values())
                .filter(one ->
                        one.name().equalsIgnoreCase(word) || one.kind.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** The kind that files of this name have. */
    static Optional<Kind> ofFile(String name) {
        return Arrays.stream(values()).filter(one -> name.endsWith(one.ending)).findFirst();
    }

    static String wordOf(RuleKind kind) {
        return Arrays.stream(values())
                .filter(one -> one.kind == kind)
                .map(Kind::word)
                .findFirst()
                .orElse("unknown");
    }
}
