package khabar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may use whom: the table of the design, and a few habits. */
final class ArchitectureTest {
    private static final String OWN = "khabar.";
    private static final int TYPES = 12;

    /** Programs in small steps, each step or command a type: split up they would read worse. */
    private static final Map<String, Integer> LARGER =
            Map.of("khabar.cli", 24, "khabar.audit", 18, "khabar.language.normalize", 18, "khabar.language.entity", 19);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(Path.of("target", "classes"), Path.of("..", "language", "target", "classes"));

    @ParameterizedTest
    @CsvSource({
        "settings, ''",
        "topics,   'schemas settings'",
        "feed,     'schemas settings topics'",
        "rules,    'schemas settings topics language'",
        "topology, 'schemas settings topics language rules'",
        "audit,    'schemas settings topics language rules'",
        "query,    'schemas settings topics topology'",
        "web,      'schemas settings topics query'",
        "app,      'schemas settings topics language rules feed topology audit query web'",
        "language, ''"
    })
    void aPackageUsesOnlyWhatStandsBeforeItInTheFlow(String user, String used) {
        List<String> allowed = new ArrayList<>(List.of(below(user)));
        Arrays.stream(used.split(" ")).filter(name -> !name.isEmpty()).forEach(name -> allowed.add(below(name)));
        classes()
                .that()
                .resideInAPackage(below(user))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are not ours, or in " + allowed,
                        type -> !type.getPackageName().startsWith(OWN)
                                || allowed.stream()
                                        .map(name -> name.substring(0, name.length() - 2))
                                        .anyMatch(name -> type.getPackageName().equals(name)
                                                || type.getPackageName().startsWith(name + "."))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void nobodyUsesTheCommandsOrTheEmbeddedBrokerButTheCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackage("khabar.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("khabar.cli..", "khabar.broker..")
                .check(CLASSES);
    }

    @Test
    void theTextCoreKnowsNeitherKafkaNorAvroNorFilesNorTheClock() {
        noClasses()
                .that()
                .resideInAPackage("khabar.language..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..", "java.nio.file..", "org.slf4j..")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .check(CLASSES);
    }

    @Test
    void noPackageHasANameThatSaysNothing() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..common..",
                        "..model..",
                        "..service..",
                        "..helper..",
                        "..exception..",
                        "..config..")
                .check(CLASSES);
    }

    @Test
    void noTypeHasANameThatSaysNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*\\.(Abstract|Base)[A-Z]\\w*|.*(Impl|Utils|Util|Helper|Manager)")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNonNullByDefault() {
        List<String> unmarked = new ArrayList<>();
        for (JavaPackage part : ownPackages()) {
            if (!part.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(part.getName());
            }
        }
        assertThat(unmarked).isEmpty();
        assertThat(CLASSES.size()).isGreaterThan(100);
    }

    @Test
    void noPackageIsLargerThanOnePage() {
        List<String> large = new ArrayList<>();
        for (JavaPackage part : ownPackages()) {
            long types = part.getClasses().stream()
                    .filter(type -> type.isTopLevelClass()
                            && !type.isArray()
                            && !type.getSimpleName().equals("package-info"))
                    .count();
            int most = LARGER.getOrDefault(part.getName(), TYPES);
            if (types > most) {
                large.add(part.getName() + ": " + types + " types (expected: at most " + most + ")");
            }
        }
        assertThat(large).isEmpty();
    }

    /** Those that hold classes of ours, generated ones and other modules aside. */
    private static List<JavaPackage> ownPackages() {
        return CLASSES.getPackage("khabar").getSubpackagesInTree().stream()
                .filter(part -> !part.getClasses().isEmpty())
                .filter(part -> !part.getName().startsWith("khabar.schemas")
                        && !part.getName().equals("khabar.broker"))
                .toList();
    }

    private static String below(String part) {
        return OWN + part + "..";
    }
}
