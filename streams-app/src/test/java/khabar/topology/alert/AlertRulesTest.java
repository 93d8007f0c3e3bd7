package khabar.topology.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.language.TextCore;
import khabar.schemas.AlertKind;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.NamedEntity;
import khabar.schemas.PubStatus;
import khabar.schemas.Subject;
import khabar.topics.SingleObjectFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many rules at once are what each of them is alone. */
class AlertRulesTest {
    private static final TextCore CORE = TextCore.shipped();
    private static final int ROUNDS = Integer.getInteger("khabar.alert.rounds", 40);
    private static final List<String> WORDS = List.of("نفت", "گاز", "تحریم", "وین", "بازار ارز");
    private static final List<String> ENTITIES = List.of("Q794", "Q159", "Q858", "Q30");
    /** Conflict and its parts, and sport. */
    private static final List<String> SUBJECTS =
            List.of("medtop:16000000", "medtop:20000056", "medtop:20000057", "medtop:15000000");

    private static final List<String> LANGUAGES = List.of("fa", "fa-AF", "ar");
    private static final List<String> SOURCES = List.of("فارس", "ایرنا", "Reuters");

    @BeforeAll
    static void theFormatOfTheTopicsIsThere() {
        // Avro makes defaults of generated classes only where they are trusted, which this sees to.
        SingleObjectFormat.compiledIn();
    }

    @Test
    void theIndexFindsWhatAPlainReadingOfEveryRuleFinds() {
        for (long seed = 1; seed <= ROUNDS; seed++) {
            Random random = new Random(seed);
            List<AlertRule> rules = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                rules.add(rule("rule-" + i, random));
            }
            AlertRules index = new AlertRules(rules, CORE);
            for (int i = 0; i < 20; i++) {
                EnrichedArticle article = article(random);
                assertThat(index.metBy(article).stream()
                                .map(met -> met.rule().id())
                                .toList())
                        .as("seed %d: %s", seed, article)
                        .isEqualTo(rules.stream()
                                .filter(rule -> reads(rule, article))
                                .map(AlertRule::id)
                                .toList());
            }
        }
    }

    private static AlertRule rule(String id, Random random) {
        Wanted none = Wanted.NOTHING;
        AlertRule rule = new AlertRule(
                id,
                id,
                AlertKind.ARTICLE,
                random.nextBoolean() ? none : wanted(ENTITIES, random),
                random.nextBoolean() ? none : wanted(SUBJECTS, random),
                random.nextBoolean() ? none : wanted(WORDS, random),
                random.nextInt(3) > 0 ? List.of() : some(LANGUAGES, random),
                random.nextInt(3) > 0 ? List.of() : some(SOURCES, random),
                List.of(),
                random.nextBoolean() ? 0 : random.nextDouble(),
                0,
                List.of());
        boolean asks = !rule.entities().isNothing()
                || !rule.subjects().isNothing()
                || !rule.words().isNothing()
                || !rule.languages().isEmpty()
                || !rule.sources().isEmpty();
        return asks ? rule : rule(id, random);
    }

    private static Wanted wanted(List<String> things, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Wanted(some(things, random), List.of());
            case 1 -> new Wanted(List.of(), some(things, random));
            default -> new Wanted(some(things, random), some(things, random));
        };
    }

    private static List<String> some(List<String> things, Random random) {
        List<String> some =
                things.stream().filter(thing -> random.nextInt(3) == 0).toList();
        return some.isEmpty() ? List.of(things.get(random.nextInt(things.size()))) : some;
    }

    private static EnrichedArticle article(Random random) {
        List<Subject> subjects = new ArrayList<>();
        SUBJECTS.stream()
                .filter(code -> random.nextBoolean())
                .forEach(code -> subjects.add(new Subject(code, Map.of(), random.nextDouble(), List.of())));
        return EnrichedArticle.newBuilder()
                .setUri("a")
                .setVersion(1)
                .setVersionCreated(Instant.EPOCH)
                .setPublishedAt(Instant.EPOCH)
                .setIngestedAt(Instant.EPOCH)
                .setPubStatus(PubStatus.USABLE)
                .setLanguage(LANGUAGES.get(random.nextInt(LANGUAGES.size())))
                .setSource(random.nextBoolean() ? null : SOURCES.get(random.nextInt(SOURCES.size())))
                .setHeadline(WORDS.stream().filter(word -> random.nextBoolean()).collect(Collectors.joining("، ")))
                .setBody(WORDS.stream().filter(word -> random.nextBoolean()).collect(Collectors.joining(". ")))
                .setEntities(ENTITIES.stream()
                        .filter(id -> random.nextBoolean())
                        .map(id -> new NamedEntity(id, "place", Map.of(), 1, 0))
                        .toList())
                .setSubjects(subjects)
                .setRuleSetVersion("x")
                .build();
    }

    /** What the page about alerts says, read as plainly as can be. */
    private static boolean reads(AlertRule rule, EnrichedArticle article) {
        List<String> entities =
                article.getEntities().stream().map(NamedEntity::getEntityId).toList();
        List<String> subjects = article.getSubjects().stream()
                .filter(subject -> subject.getScore() >= rule.minScore())
                .flatMap(subject ->
                        Stream.concat(Stream.of(subject.getCode()), CORE.broaderSubjects(subject.getCode()).stream()))
                .toList();
        String text = article.getHeadline() + "\n" + article.getBody();
        List<String> words = WORDS.stream().filter(text::contains).toList();
        return holds(rule.entities(), entities)
                && holds(rule.subjects(), subjects)
                && holds(rule.words(), words)
                && (rule.languages().isEmpty()
                        || rule.languages().contains(article.getLanguage().toLowerCase(Locale.ROOT))
                        || rule.languages().contains(article.getLanguage().split("-")[0]))
                && (rule.sources().isEmpty() || rule.sources().contains(String.valueOf(article.getSource())));
    }

    private static boolean holds(Wanted wanted, List<String> there) {
        boolean all = there.containsAll(wanted.all());
        boolean any = wanted.any().isEmpty() || wanted.any().stream().anyMatch(there::contains);
        return all && any;
    }
}
