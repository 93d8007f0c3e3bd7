package khabar.topology.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khabar.schemas.AlertKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of an alert: what the page about it shows can be used, and what cannot be used is said why. */
class AlertRuleTest {
    private static final Path PAGE = Path.of("../docs/alerts.md");
    private static final int MUTATIONS = Integer.getInteger("khabar.alert.mutations", 3_000);

    @Test
    void theExamplesOfThePageAreRules() throws IOException {
        List<AlertRule> examples = new ArrayList<>();
        for (String body : examples()) {
            examples.add(AlertRule.parse("example", body));
        }

        assertThat(examples)
                .extracting(AlertRule::kind)
                .containsExactly(AlertKind.ARTICLE, AlertKind.THRESHOLD, AlertKind.TREND);
        assertThat(examples.get(0).words().all()).containsExactlyInAnyOrder("نفت", "تحریم");
        assertThat(examples.get(0).entities().any()).containsExactly("Q159", "Q794");
        assertThat(examples.get(1).articles()).isEqualTo(5);
        assertThat(examples.get(1).window()).isEqualTo(Duration.ofHours(1));
        assertThat(examples.get(1).minScore()).isEqualTo(0.6);
        assertThat(examples.get(2).types()).containsExactly("person");
        assertThat(examples.get(2).windows()).containsExactlyInAnyOrder(Duration.ofHours(1), Duration.ofDays(1));
    }

    @Test
    void aRuleWithoutATitleIsCalledByItsId() {
        assertThat(AlertRule.parse("oil", "words: نفت").title()).isEqualTo("oil");
    }

    @Test
    void aSubjectMayBeWrittenWithoutItsScheme() {
        assertThat(AlertRule.parse("a", "subjects: 11000000").subjects().any()).containsExactly("medtop:11000000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wrods: نفت                                   | wrods: unknown (expected: for an alert of kind article one of title, kind, entities
            kind: often                                  | kind: often (expected: article, threshold or trend)
            title: Nothing                               | conditions: none (expected: at least one of entities, subjects, words
            just words                                   | body: just words (expected: YAML of the form name: value
            words: [oil | body: line
            words: oil\\nwords: gas | Duplicate field 'words'
            words: []                                    | words: 0 items (expected: from 1 to 200)
            words: ؟!                                    | words: ؟! (expected: at least one word
            words: {some: [a]} | words.some: unknown (expected: any or all)
            entities: Iran                               | entities: Iran (expected: a Wikidata id such as Q794
            subjects: medtop:1                           | subjects: medtop:1 (expected: a Media Topics code
            language: Persian!                           | language: Persian! (expected: a BCP 47 tag
            subjects: 11000000\\nmin-score: 2 | min-score: 2 (expected: a number from 0 to 1
            words: oil\\nmin-score: 0.5 | min-score: 0.5 (expected: together with subjects
            kind: threshold\\nwords: oil | articles: missing (expected: a whole number from 1
            kind: threshold\\nwords: oil\\narticles: 3 | window: 0 sizes (expected: one duration
            kind: threshold\\nwords: oil\\narticles: 3\\nwindow: fortnight | window: fortnight (expected: a duration
            kind: trend\\nwords: oil | words: unknown (expected: for an alert of kind trend one of
            kind: trend\\ntypes: human | types: human (expected: person, organisation
            kind: trend\\nentities: {all: [Q1, Q2]} | entities.all: Q1, Q2 (expected: a list
            """)
    void whatCannotBeUsedIsSaidWhy(String body, String reason) {
        assertThatThrownBy(() -> AlertRule.parse("a", body.replace("\\n", "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anyTextIsARuleOrRefusedWithAReason() throws IOException {
        List<String> seeds = examples();
        for (long seed = 1; seed <= MUTATIONS; seed++) {
            Random random = new Random(seed);
            String body = mutated(seeds.get(random.nextInt(seeds.size())), random);
            try {
                AlertRule.parse("a", body);
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).as("seed %d", seed).contains("(expected: ");
            } catch (RuntimeException | StackOverflowError escaped) {
                throw new AssertionError("seed " + seed + ": " + body, escaped);
            }
        }
    }

    private static String mutated(String body, Random random) {
        StringBuilder text = new StringBuilder(body);
        String marks = "{}[]:,-\n\t \"'&*!|>%@`#?\u0000\u200cانa9.";
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, marks.charAt(random.nextInt(marks.length())));
                case 2 -> text.setCharAt(at, marks.charAt(random.nextInt(marks.length())));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(20))));
            }
        }
        return text.toString();
    }

    private static List<String> examples() throws IOException {
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE, UTF_8));
        List<String> bodies = new ArrayList<>();
        while (example.find()) {
            bodies.add(example.group(1));
        }
        return bodies;
    }
}
