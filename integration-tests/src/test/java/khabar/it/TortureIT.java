package khabar.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import khabar.it.Khabar.Finished;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TortureIT {
    private static final String SEED = "20240305";

    @TempDir
    private Path folder;

    @Test
    void everyRecordIsRightAfterKillsOfTheTopologyAndOfTheBroker() {
        Finished torture = Khabar.in(folder)
                .run(
                        "torture",
                        "--rounds",
                        "2",
                        "--seed",
                        SEED,
                        "--articles",
                        "150",
                        "--faults",
                        "kill,broker,rescale");

        assertThat(torture.exitCode()).as(torture.out() + torture.err()).isZero();
        assertThat(torture.lines())
                .last()
                .asString()
                .matches("rounds=2 kills=[4-9] .*articles=[1-9]\\d+ revisions=[1-9]\\d+ .*mismatches=0");
        assertThat(processesOf(dataFolder(torture.err()))).isZero();
    }

    @Test
    void aStopLeavesNoProcessAndNoData() {
        try (Running torture = Khabar.in(folder).start("torture", "--seed", SEED, "--articles", "150")) {
            String data = torture.awaitErr("data in (\\S+)");
            await("broker, topology and replay run")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> processesOf(data) >= 3);

            Finished stopped = torture.stop();

            assertThat(stopped.err()).contains("stopped before the end");
            assertThat(processesOf(data)).isZero();
            assertThat(Path.of(data)).doesNotExist();
        }
    }

    @Test
    void aWrongFaultIsNamedWithThoseThatThereAre() {
        Finished torture = Khabar.in(folder).run("torture", "--faults", "flood");

        assertThat(torture.exitCode()).isEqualTo(2);
        assertThat(torture.err()).contains("faults: flood (expected: of kill, freeze, broker");
    }

    private static String dataFolder(String told) {
        String start = "data in ";
        int from = told.indexOf(start) + start.length();
        return told.substring(from, told.indexOf(' ', from));
    }

    /** Processes that were started in the folder, as Linux tells. */
    private static long processesOf(String data) {
        return ProcessHandle.allProcesses()
                .map(process -> Path.of("/proc", Long.toString(process.pid()), "cwd"))
                .filter(cwd -> isBelow(cwd, data))
                .count();
    }

    private static boolean isBelow(Path cwd, String data) {
        try {
            return Files.readSymbolicLink(cwd).toString().startsWith(data);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }
}
