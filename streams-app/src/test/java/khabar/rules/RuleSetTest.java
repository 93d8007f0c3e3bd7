package khabar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import khabar.language.TextCore;
import khabar.schemas.Rule;
import khabar.schemas.RuleKind;
import org.junit.jupiter.api.Test;

/** Rule sets, and what the page about rules shows. */
class RuleSetTest {
    private static final Path PAGE = Path.of("../docs/rules.md");
    private static final TextCore BASE = TextCore.shipped();
    private static final List<String> PIECES = List.of(
            "|",
            ";",
            "[",
            "]",
            "drop",
            "mask",
            "~",
            "?",
            "!",
            "(",
            ")",
            "+",
            "-",
            "Q858",
            "20000430",
            "\n",
            " ",
            "org",
            "نام",
            "3",
            "#",
            "\u200c",
            "\u0640",
            "\ud83d",
            "");

    @Test
    void theExamplesOfThePageAreRules() throws IOException {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(examples("gaz", RuleKind.GAZETTEER_ENTRY));
        rules.addAll(examples("rules", RuleKind.SUBJECT_RULE));

        RuleSet set = RuleSet.of(BASE, rules, AlertForm.ANY);
        assertThat(rules).hasSize(3);
        assertThat(set.faults()).isEmpty();
        assertThat(set.core().entity("Q858").orElseThrow().names()).containsEntry("en", "The Levant");
        assertThat(set.core().entity("Q159")).isEmpty();
        assertThat(set.core().subjectNames("medtop:90000001")).containsEntry("fa", "رمزارز");
    }

    @Test
    void theVersionDoesNotDependOnTheOrderOfTheRules() throws IOException {
        List<Rule> rules = new ArrayList<>(examples("gaz", RuleKind.GAZETTEER_ENTRY));
        rules.addAll(examples("rules", RuleKind.SUBJECT_RULE));
        String version = RuleSet.of(BASE, rules, AlertForm.ANY).version();
        Collections.reverse(rules);

        assertThat(RuleSet.of(BASE, rules, AlertForm.ANY).version())
                .isEqualTo(version)
                .isNotEqualTo(BASE.ruleSetVersion());
    }

    @Test
    void aBadRuleAndARuleThatNeedsItSayNothingAndTheOthersStay() {
        RuleSet set = RuleSet.of(
                BASE,
                List.of(
                        rule("a", RuleKind.SUBJECT_RULE, "[90000001] 99999999 | الف | a"),
                        rule("b", RuleKind.SUBJECT_RULE, "[90000001]\n3 | واژه"),
                        rule("c", RuleKind.GAZETTEER_ENTRY, "khabar:c | org | نمونه‌نام"),
                        rule("d", RuleKind.UNKNOWN, "what"),
                        rule("e", RuleKind.GAZETTEER_ENTRY, "# nothing\n")),
                AlertForm.ANY);

        assertThat(set.faults()).containsOnlyKeys("a", "b", "d", "e");
        assertThat(set.core().entity("khabar:c")).isPresent();
    }

    @Test
    void anythingAtAllIsARuleOrIsRefusedWithAReason() {
        Random random = new Random(1);
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            StringBuilder body = new StringBuilder();
            for (int pieces = random.nextInt(14); pieces >= 0; pieces--) {
                body.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            RuleKind kind = random.nextBoolean() ? RuleKind.GAZETTEER_ENTRY : RuleKind.SUBJECT_RULE;
            rules.add(rule("r" + i, kind, body.toString()));
        }

        RuleSet set = RuleSet.of(BASE, rules, AlertForm.ANY);
        assertThat(set.faults())
                .hasSizeBetween(1_000, 2_999)
                .allSatisfy((id, fault) -> assertThat(fault).contains("(expected: "));
    }

    private static List<Rule> examples(String language, RuleKind kind) throws IOException {
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .map(block -> block.replaceAll("(?m)^```.*$", ""))
                .map(body -> rule(language + body.hashCode(), kind, body))
                .toList();
    }

    private static Rule rule(String ruleId, RuleKind kind, String body) {
        return new Rule(ruleId, kind, body, Instant.EPOCH, null);
    }
}
