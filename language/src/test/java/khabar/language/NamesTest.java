package khabar.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import khabar.language.entity.Demonyms;
import khabar.language.rule.RuleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the build has compiled is what the files say, byte by byte. */
final class NamesTest {
    private static final String STORY = "وزیر خارجه ایران در وین با سرگئی لاوروف دیدار کرد. لاوروف ایرانی‌ها را ستود.";

    @ParameterizedTest
    @EnumSource
    void theCompiledNamesAreThoseOfTheFiles(Demonyms demonyms) {
        byte[] compiled = Resources.bytes(Names.file(demonyms));

        // Where this fails, the files were changed and the module was not built by Maven since.
        assertThat(compiled).isEqualTo(CompileNames.fromText(demonyms).compile());
    }

    @ParameterizedTest
    @EnumSource
    void aCoreWithNamesOfItsOwnReadsTheFilesAndFindsTheSame(Demonyms demonyms) {
        TextCore compiled = TextCore.builder().demonyms(demonyms).build();
        TextCore read = TextCore.builder()
                .demonyms(demonyms)
                .gazetteer(new RuleFile("own.gaz", List.of("khabar:nobody | person | بهمان فلان‌زاده")))
                .build();
        Document story = new Document(STORY, null, null, null);

        assertThat(read.analyze(story).mentions())
                .isNotEmpty()
                .isEqualTo(compiled.analyze(story).mentions());
        assertThat(read.ruleSetVersion()).isNotEqualTo(compiled.ruleSetVersion());
    }

    @Test
    void equalFilesHaveEqualVersions() {
        assertThat(TextCore.builder().build().ruleSetVersion())
                .isEqualTo(TextCore.shipped().ruleSetVersion())
                .isNotEqualTo(
                        TextCore.builder().demonyms(Demonyms.SHOWN).build().ruleSetVersion());
    }
}
