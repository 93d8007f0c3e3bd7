package khabar.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The launcher, that of the image, and the processes under test give {@code khabar run} the same options. */
final class JvmOptionsTest {
    private static final Path HOME = Path.of("..");
    private static final Pattern OPTION = Pattern.compile("-XX:[^\\s'\")]+");

    @Test
    void theImageRunsWithTheOptionsOfTheLauncher() throws IOException {
        String image = Files.readString(HOME.resolve("streams-app/src/main/jib/usr/local/bin/khabar"));

        assertThat(options(image)).containsAll(ofLauncher());
    }

    @Test
    void processesUnderTestRunWithTheOptionsOfTheLauncherInLessMemory() throws IOException {
        assertThat(new TreeSet<>(JvmOptions.LONG_LIVED))
                .containsAll(ofLauncher())
                .hasSize(ofLauncher().size() + 1)
                .contains("-Xmx2g");
    }

    private static Set<String> ofLauncher() throws IOException {
        String launcher = Files.readString(HOME.resolve("khabar"));
        String run = launcher.substring(launcher.indexOf("    run)"));
        return options(run.substring(0, run.indexOf(";;")));
    }

    private static Set<String> options(String script) {
        return OPTION.matcher(script)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
