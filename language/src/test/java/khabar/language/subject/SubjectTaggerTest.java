package khabar.language.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import khabar.language.learned.LinearModel;
import khabar.language.learned.LinearTrainer;
import khabar.language.learned.SparseVector;
import khabar.language.match.ShippedClitics;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Normalizer;
import khabar.language.rule.RuleFile;
import org.junit.jupiter.api.Test;

/** The rules of subjects: terms, their combinations, weights, places and the hierarchy. */
final class SubjectTaggerTest {
    private static final Normalizer NORMALIZER = new Normalizer();
    private static final SubjectTagger TAGGER = tagger(
            "[1] | یک | one",
            "[11] 1 | یازده | eleven",
            "5 | آتش‌بس; peace talks",
            "5 | گفتگو ~ تلفنی",
            "5 | حلب + وین",
            "[12] 1 | دوازده | twelve",
            "5 | مذاکره",
            "-5 | باشگاه");

    @Test
    void aTermIsFoundInflectedAndWithOrWithoutItsHalfSpace() {
        for (String text : List.of("آتش‌بس", "آتش بس", "آتشبس", "آتش‌بس‌های تازه", "آتشبسها")) {
            assertThat(codes(text)).as(text).containsExactly("medtop:1", "medtop:11");
        }
        assertThat(codes("Peace Talks failed")).contains("medtop:11");
        assertThat(codes("آتش")).isEmpty();
    }

    @Test
    void aNarrowerSubjectImpliesTheBroaderOneWithoutEvidence() {
        List<TaggedSubject> subjects = tag("آتش‌بس");
        TaggedSubject broader = subjects.stream()
                .filter(subject -> subject.code().equals("medtop:1"))
                .findFirst()
                .orElseThrow();
        assertThat(broader.evidence()).isEmpty();
        assertThat(broader.score()).isEqualTo(subjects.get(0).score());
        assertThat(broader.names()).containsEntry("fa", "یک").containsEntry("en", "one");
    }

    @Test
    void phrasesNearEachOtherAreATermAndFarFromEachOtherTheyAreNot() {
        assertThat(codes("گفتگوی کوتاه تلفنی")).contains("medtop:11");
        assertThat(codes("گفتگو " + "و ".repeat(20) + "تلفنی")).isEmpty();
    }

    @Test
    void phrasesThatMustBothStandInTheArticleMayBeFarApart() {
        assertThat(codes("حلب " + "و ".repeat(20) + "وین")).contains("medtop:11");
        assertThat(codes("حلب")).isEmpty();
    }

    @Test
    void aWeightBelowZeroSpeaksAgainstTheSubject() {
        assertThat(codes("مذاکره")).contains("medtop:12");
        assertThat(codes("مذاکره با باشگاه")).isEmpty();
    }

    @Test
    void theHeadlineCountsMoreThanTheBody() {
        double headline = score(List.of("مذاکره", "", ""));
        double body = score(List.of("", "", "مذاکره"));
        assertThat(headline).isGreaterThan(body);
    }

    @Test
    void evidenceNamesTheSpanAndTheTerm() {
        Evidence evidence = tag("پس از آتش بس").get(1).evidence().get(0);
        assertThat(evidence.term()).isEqualTo("آتش‌بس");
        assertThat("پس از آتش بس"
                        .substring(evidence.span().start(), evidence.span().end()))
                .isEqualTo("آتش بس");
    }

    @Test
    void aBrokenRuleIsNamedByFileAndLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tagger("[1] | یک | one", "much | جنگ"))
                .withMessageContaining("test.rules:2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tagger("[11] 1 | یک | one"))
                .withMessageContaining("test.rules:1");
    }

    @Test
    void aTermMayForbidAPhrase() {
        SubjectTagger tagger = tagger("[1] | سینما | cinema", "9 | جنگ ! جنگ ستارگان");
        assertThat(tagger.subjectsOf(List.of(NORMALIZER.normalize("جنگ آمد")))).hasSize(1);
        assertThat(tagger.subjectsOf(List.of(NORMALIZER.normalize("جنگ ستارگان و جنگ آمد"))))
                .isEmpty();
    }

    @Test
    void aSubjectMayBeReopened() {
        SubjectTagger tagger = tagger("[1] | یک | one", "[2] | دو | two", "9 | بهار", "[1]", "9 | پاییز");
        assertThat(tagger.subjectsOf(List.of(NORMALIZER.normalize("پاییز"))))
                .extracting(TaggedSubject::code)
                .containsExactly("medtop:1");
    }

    @Test
    void scoresAreProbabilitiesThatGrowWithTheEvidence() {
        List<TaggedSubject> weak =
                tagger("[1] | یک | one", "4.5 | بهار").subjectsOf(List.of(NORMALIZER.normalize("بهار")));
        List<TaggedSubject> strong =
                tagger("[1] | یک | one", "60 | بهار").subjectsOf(List.of(NORMALIZER.normalize("بهار")));
        assertThat(weak.get(0).score())
                .isBetween(0.2, 0.9)
                .isLessThan(strong.get(0).score());
        assertThat(strong.get(0).score()).isBetween(0.9, 1.0);
    }

    @Test
    void aModelDecidesWhatItWasTaughtAndNarrowerSubjectsAreAtMostAsLikely() {
        String[] rules = {"[1] | یک | one", "[2] 1 | دو | two", "9 | بهار", "[3] | سه | three", "9 | پاییز"};
        SubjectTagger byRules = tagger(rules);
        LinearTrainer trainer = new LinearTrainer(new LinearTrainer.Options(10, 10, 1));
        for (int i = 0; i < 40; i++) {
            boolean one = i % 2 == 0;
            List<NormalizedText> text = List.of(NORMALIZER.normalize(one ? "بهار خرم" : "بهار سبز"));
            trainer.add(byRules.features(text), one ? Set.of("medtop:1") : Set.of("medtop:3"));
        }
        SubjectTagger taught = tagger(trainer.train().model(), rules);
        assertThat(taught.subjectsOf(List.of(NORMALIZER.normalize("بهار خرم"))))
                .extracting(TaggedSubject::code)
                .contains("medtop:1", "medtop:2")
                .doesNotContain("medtop:3");
        List<TaggedSubject> green = taught.subjectsOf(List.of(NORMALIZER.normalize("بهار سبز")));
        assertThat(green).extracting(TaggedSubject::code).containsExactly("medtop:3");
        assertThat(green.get(0).evidence()).extracting(Evidence::term).contains("سبز");
    }

    @Test
    void aModelOfUnknownSubjectsIsRefused() {
        LinearTrainer trainer = new LinearTrainer(new LinearTrainer.Options(8, 1, 1));
        for (int i = 0; i < 10; i++) {
            trainer.add(new SparseVector(), Set.of("medtop:" + i % 2));
        }
        LinearModel model = trainer.train().model();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tagger(model, "[1] | یک | one"))
                .withMessageContaining("medtop:0");
    }

    private static SubjectTagger tagger(LinearModel model, String... lines) {
        Vocabulary words = ShippedClitics.vocabulary(NORMALIZER);
        SubjectRulesReader reader = new SubjectRulesReader(NORMALIZER, words);
        reader.read(new RuleFile("test.rules", List.of(lines)), RuleFile::refuse);
        return new SubjectTagger(reader, words, model);
    }

    private static SubjectTagger tagger(String... lines) {
        Vocabulary words = ShippedClitics.vocabulary(NORMALIZER);
        SubjectRulesReader reader = new SubjectRulesReader(NORMALIZER, words);
        reader.read(new RuleFile("test.rules", List.of(lines)), RuleFile::refuse);
        return new SubjectTagger(reader, words, null);
    }

    private static List<String> codes(String text) {
        return tag(text).stream().map(TaggedSubject::code).toList();
    }

    private static List<TaggedSubject> tag(String text) {
        return TAGGER.subjectsOf(
                List.of(NORMALIZER.normalize(""), NORMALIZER.normalize(""), NORMALIZER.normalize(text)));
    }

    private static double score(List<String> texts) {
        List<NormalizedText> normalized =
                texts.stream().map(NORMALIZER::normalize).toList();
        return TAGGER.subjectsOf(normalized).get(0).score();
    }
}
