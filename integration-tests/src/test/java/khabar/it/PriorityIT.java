package khabar.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@ExtendWith(SharedBroker.class)
final class PriorityIT {
    /** The nice value of the least priority. */
    private static final int LEAST = 4;

    @TempDir
    private Path folder;

    @Test
    void whoAsksGoesBeforeWhatIsCountedAndKept(Cluster cluster) {
        Khabar khabar = Khabar.on(cluster, folder).longLived();
        assertThat(khabar.run("topics", "create").exitCode()).isZero();
        try (Running run = khabar.start("run")) {
            run.awaitErr("^running as (\\S+)");
            await("the archive is read").until(() -> niceOf(run, "khabar-archive"), nice -> !nice.isEmpty());
            assertThat(niceOf(run, "khabar-archive")).containsOnly(LEAST);
            assertThat(niceOf(run, "khabar-[0-9a-f]{8}"))
                    .as("threads of Kafka Streams")
                    .isNotEmpty()
                    .containsOnly(LEAST);
            assertThat(niceOf(run, "khabar-web.*"))
                    .as("threads that answer")
                    .isNotEmpty()
                    .doesNotContain(LEAST);
        }
    }

    private static List<Integer> niceOf(Running run, String thread) {
        try (Stream<Path> tasks =
                Files.list(Path.of("/proc", Long.toString(run.process().pid()), "task"))) {
            return tasks.map(PriorityIT::nameAndNice)
                    .flatMap(Stream::ofNullable)
                    .filter(task -> task.getKey().matches(thread))
                    .map(Map.Entry::getValue)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The name of a thread and field 19 of its {@code stat} (proc(5)); null where it has ended. */
    private static Map.@Nullable Entry<String, Integer> nameAndNice(Path task) {
        try {
            String stat = Files.readString(task.resolve("stat"));
            int end = stat.lastIndexOf(')');
            String nice = stat.substring(end + 2).split(" ")[16];
            return Map.entry(stat.substring(stat.indexOf('(') + 1, end), Integer.parseInt(nice));
        } catch (NoSuchFileException ended) {
            return null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
