package khabar.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import khabar.language.entity.Demonyms;
import khabar.language.entity.Entity;
import khabar.language.script.Chars;
import org.junit.jupiter.api.Test;

/** What must hold for the gazetteer and the rules that are shipped. */
final class ShippedRulesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/khabar/language");
    private static final TextCore CORE = TextCore.shipped();

    @Test
    void thousandsOfEntitiesAreKnownWithNamesAndProperIds() throws IOException {
        Set<String> ids = ids();
        assertThat(ids.stream()
                        .map(id -> CORE.entity(id).orElseThrow())
                        .filter(entity -> entity.names().keySet().containsAll(List.of("fa", "en", "ar"))))
                .hasSizeGreaterThan(3000);
        for (String id : ids) {
            Entity entity = CORE.entity(id).orElseThrow();
            assertThat(id).matches("Q[1-9][0-9]*|khabar:[a-z]+:[a-z0-9.-]+");
            assertThat(entity.names()).as(id).isNotEmpty();
            assertThat(entity.names().values()).as(id).noneMatch(String::isBlank);
        }
    }

    @Test
    void everyListedFileIsThereAndEveryFileIsListed() throws IOException {
        List<String> listed = Files.readAllLines(RESOURCES.resolve("entity/files.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        try (Stream<Path> files = Files.list(RESOURCES.resolve("entity"))) {
            assertThat(files.map(path -> path.getFileName().toString())
                            .filter(name -> name.endsWith(".gaz") && !name.equals("demonyms.gaz")))
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    @Test
    void noHalfSpaceStandsWhereItCannotBeSeen() throws IOException {
        List<String> unseen = new ArrayList<>();
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (Path file : (Iterable<Path>) files.filter(ShippedRulesTest::isText)::iterator) {
                String text = Files.readString(file);
                for (int at = text.indexOf(Chars.ZWNJ); at >= 0; at = text.indexOf(Chars.ZWNJ, at + 1)) {
                    if (at == 0 || !Chars.joinsForward(text.charAt(at - 1))) {
                        unseen.add(file.getFileName() + ": " + text.substring(Math.max(0, at - 8), at + 1));
                    }
                }
            }
        }
        assertThat(unseen).isEmpty();
    }

    private static boolean isText(Path path) {
        return Files.isRegularFile(path) && !path.toString().endsWith(".bin");
    }

    @Test
    void subjectsHaveCodesOfMediaTopicsAndNamesInBothLanguages() throws IOException {
        List<String> codes = new ArrayList<>();
        for (String line : Files.readAllLines(RESOURCES.resolve("subject/iptc.rules"), StandardCharsets.UTF_8)) {
            if (line.startsWith("[")) {
                codes.add("medtop:" + line.substring(1, line.indexOf(']')));
            }
        }
        assertThat(codes)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("medtop:(0[1-9]|1[0-7])000000|medtop:2000\\d{4}"));
        assertThat(codes.stream().filter(code -> code.endsWith("000000"))).hasSize(17);
        assertThat(codes).hasSizeGreaterThan(17 + 150);
        for (String code : codes) {
            assertThat(CORE.subjectNames(code)).as(code).containsOnlyKeys("fa", "en");
        }
    }

    @Test
    void theVersionIsTheSameForTheSameRules() {
        assertThat(TextCore.shipped().ruleSetVersion())
                .isEqualTo(CORE.ruleSetVersion())
                .matches("[0-9a-f]{12}");
        assertThat(TextCore.builder().demonyms(Demonyms.SHOWN).build().ruleSetVersion())
                .isNotEqualTo(CORE.ruleSetVersion());
    }

    @Test
    void anUnknownEntityAndAnUnknownSubjectHaveNoNames() {
        assertThat(CORE.entity("Q0")).isEmpty();
        assertThat(CORE.subjectNames("medtop:99999999")).isEmpty();
    }

    private static Set<String> ids() throws IOException {
        Set<String> ids = new HashSet<>();
        try (Stream<Path> files = Files.list(RESOURCES.resolve("entity"))) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".gaz"))::iterator) {
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    if (!line.startsWith("#") && !line.matches("(mask|bearer).*") && !line.contains("| demonym |")) {
                        ids.add(line.substring(0, line.indexOf('|')).strip());
                    }
                }
            }
        }
        return ids;
    }
}
