package khabar.it;

import java.util.List;

/** Options of the JVM for the processes under test. */
final class JvmOptions {
    /** Many short starts on few cores: what the second compiler would gain is never earned back. */
    static final List<String> SHORT_LIVED = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");

    /** What the launcher gives to {@code khabar run}, in two gigabytes. */
    static final List<String> LONG_LIVED = List.of(
            "-Xmx2g",
            "-XX:+UseParallelGC",
            "-XX:InitialRAMPercentage=15",
            "-XX:MaxNewSize=192m",
            "-XX:ThreadPriorityPolicy=1",
            "-XX:CompilerThreadPriority=4",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-PrintWarnings");

    private JvmOptions() {}
}
