package khabar.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs led by the coverage of what reads them, at every door in a process of its own, by Jazzer. Takes
 * minutes and is run by name: {@code -Dtest=GuidedFuzz -Dfuzz.inputs=1000000 -Dfuzz.entrances=JSONL,CSV}.
 */
final class GuidedFuzz {
    static final String SUMMARY = "at the door: ";

    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 100_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_125);
    /** What reads input: ours, and the libraries that do it for us. */
    private static final String LED_BY =
            "khabar.**:org.apache.avro.io.**:org.apache.avro.message.**:com.fasterxml.jackson.core.**"
                    + ":de.siegmar.fastcsv.**:org.apache.commons.compress.**:org.yaml.**";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("khabar.fuzz.Entrance#chosen")
    void noInputThatCoverageLeadsToBreaksAnything(Entrance entrance) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        int number = 0;
        for (byte[] sample : entrance.samples()) {
            Files.write(corpus.resolve("sample-" + ++number), sample);
        }
        Path told = folder.resolve("told");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx900m",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + GuidedTarget.class.getName(),
                        "--target_args=" + entrance,
                        "--instrumentation_includes=" + LED_BY,
                        "-runs=" + INPUTS,
                        "-seed=" + SEED,
                        "-max_len=4096",
                        "-timeout=10",
                        "-rss_limit_mb=0",
                        "corpus")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start()
                .waitFor();
        String all = Files.readString(told, UTF_8);
        assertThat(code).as(() -> end(all)).isZero();
        assertThat(all).contains(SUMMARY);
        System.out.println(entrance + ": "
                + all.substring(all.indexOf(SUMMARY) + SUMMARY.length())
                        .lines()
                        .findFirst()
                        .orElse(""));
    }

    private static String end(String all) {
        return all.substring(Math.max(0, all.length() - 6_000));
    }
}
