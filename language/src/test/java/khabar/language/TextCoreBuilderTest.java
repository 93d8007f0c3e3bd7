package khabar.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import khabar.language.entity.Demonyms;
import khabar.language.entity.FoundBy;
import khabar.language.entity.Mention;
import khabar.language.rule.BadLine;
import khabar.language.rule.BadLineException;
import khabar.language.rule.RuleFile;
import khabar.language.subject.TaggedSubject;
import org.junit.jupiter.api.Test;

/** Names and rules of one's own beside those that are shipped. */
final class TextCoreBuilderTest {
    @Test
    void aFurtherGazetteerAddsEntitiesAndNamesOfKnownOnes() {
        TextCore core = TextCore.builder()
                .gazetteer(file(
                        "khabar:org:rasta-co | org | شرکت راستانما | Rastanama",
                        "Q794 | place | سرزمین پارسایان",
                        "mask | تهران پارسایان"))
                .build();
        assertThat(mentions(core, "شرکت راستانما در سرزمین پارسایان"))
                .extracting(m -> m.entity().id())
                .containsExactly("khabar:org:rasta-co", "Q794");
        assertThat(mentions(core, "تهران پارسایان")).isEmpty();
        assertThat(core.entity("Q794").orElseThrow().names()).containsEntry("fa", "ایران");
    }

    @Test
    void furtherRulesAddSubjectsAndTermsOfKnownOnes() {
        TextCore core = TextCore.builder()
                .subjectRules(
                        file("[20000430]", "9 | واژه‌نمونه", "[20009999] 06000000 | نمونه | sample", "9 | نمونه‌واژه"))
                .build();
        assertThat(codes(core, "واژه‌نمونه")).containsExactlyInAnyOrder("medtop:20000430", "medtop:06000000");
        assertThat(codes(core, "نمونه‌واژه")).containsExactlyInAnyOrder("medtop:20009999", "medtop:06000000");
    }

    @Test
    void otherLinesMakeAnotherVersion() {
        TextCore one =
                TextCore.builder().gazetteer(file("a:1 | org | راستانما")).build();
        TextCore other =
                TextCore.builder().gazetteer(file("a:1 | org | راستانمای")).build();
        assertThat(one.ruleSetVersion())
                .isNotEqualTo(other.ruleSetVersion())
                .isNotEqualTo(TextCore.shipped().ruleSetVersion());
    }

    @Test
    void theFirstBadLineIsRefusedWithFileLineAndReason() {
        assertThatExceptionOfType(BadLineException.class)
                .isThrownBy(() -> TextCore.builder()
                        .gazetteer(file("# names", "", "a:1 | planet | زمین"))
                        .build())
                .withMessage("own:3: type: planet (expected: person, org, place, event, product or demonym)")
                .satisfies(wrong -> assertThat(wrong.badLine().line()).isEqualTo(3));
    }

    @Test
    void badLinesMayBeLeftOutAndTheRestCounts() {
        List<BadLine> bad = new ArrayList<>();
        TextCore core = TextCore.builder()
                .gazetteer(file(
                        "a:1 | org",
                        "a b | org | نام",
                        "a:2 | org | ...",
                        "Q794 | person | ایران",
                        "a:3 | org | راستانما"))
                .subjectRules(file(
                        "[16000000] 15000000 | جنگ | war",
                        "9 | راستانما",
                        "[nine]",
                        "[06000000]",
                        "x | y",
                        "1 | a ~ . ~ b",
                        "9 | راستانما"))
                .leaveOutBadLines(bad::add)
                .build();
        assertThat(bad).extracting(BadLine::line).containsExactly(1, 2, 3, 4, 1, 2, 3, 5, 6);
        assertThat(mentions(core, "راستانما")).hasSize(1);
        assertThat(codes(core, "راستانما")).containsExactly("medtop:06000000");
    }

    @Test
    void demonymsAreShownWhereTheyAreAskedFor() {
        assertThat(mentions(TextCore.shipped(), "ایرانیان آمدند")).isEmpty();
        TextCore core = TextCore.builder()
                .gazetteer(file("khabar:place:rasta | place | راستا", "khabar:place:rasta | demonym | راستایی"))
                .demonyms(Demonyms.SHOWN)
                .build();
        assertThat(mentions(core, "ایرانیان و راستایی‌ها"))
                .extracting(Mention::foundBy)
                .containsExactly(FoundBy.DEMONYM, FoundBy.DEMONYM);
    }

    @Test
    void theEndingOfADemonymMayStandAfterAHalfSpace() {
        TextCore core = TextCore.builder().demonyms(Demonyms.SHOWN).build();
        List<Mention> mentions = mentions(core, "تاجر ترکیه‌ای و ترکیه‌ای‌ها و مهندسان کره‌ای در ترکیه");
        assertThat(mentions).extracting(mention -> mention.entity().id()).containsExactly("Q43", "Q43", "Q884", "Q43");
        assertThat(mentions).extracting(Mention::counted).containsExactly(false, false, false, true);
        assertThat(mentions(TextCore.shipped(), "تاجر ترکیه‌ای و ترکیه‌ای‌ها")).isEmpty();
    }

    @Test
    void demonymsCountWhereThatIsAskedFor() {
        assertThat(mentions(TextCore.builder().demonyms(Demonyms.SHOWN).build(), "ایرانیان"))
                .extracting(Mention::counted)
                .containsExactly(false);
        assertThat(mentions(TextCore.builder().demonyms(Demonyms.COUNTED).build(), "ایرانیان"))
                .extracting(Mention::counted)
                .containsExactly(true);
    }

    private static RuleFile file(String... lines) {
        return new RuleFile("own", List.of(lines));
    }

    private static List<Mention> mentions(TextCore core, String text) {
        return core.analyze(new Document(null, null, text, null)).mentions();
    }

    private static List<String> codes(TextCore core, String text) {
        return core.analyze(new Document(text, null, null, null)).subjects().stream()
                .map(TaggedSubject::code)
                .toList();
    }
}
