package khabar.cli.torture;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The program that runs here, to be started again: same JDK, same class path.
 *
 * @param environment what its options are set to, by environment variable
 */
record Program(Map<String, String> environment) {
    private static final String MAIN = "khabar.cli.Main";
    private static final String OWN = "KHABAR_";
    private static final int FIRST_JDK_THAT_ASKS_FOR_NATIVE_ACCESS = 24;

    Program {
        environment = Map.copyOf(environment);
    }

    /** The same with more options. */
    Program with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new Program(all);
    }

    /**
     * Starts a command.
     *
     * @param logs folder for what it writes
     * @param name name of the files there
     * @param jvmOptions options for its JVM besides the usual ones
     * @param arguments command and arguments
     */
    Child start(Path logs, String name, List<String> jvmOptions, List<String> arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Many short lives on few cores: what the second compiler would gain is never earned back.
        line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m", "-Dfile.encoding=UTF-8"));
        if (Runtime.version().feature() >= FIRST_JDK_THAT_ASKS_FOR_NATIVE_ACCESS) {
            line.add("--enable-native-access=ALL-UNNAMED");
        }
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:SharedArchiveFile=") || option.startsWith("-Xlog:"))
                .forEach(line::add);
        line.addAll(jvmOptions);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).directory(logs.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith(OWN));
        builder.environment().putAll(environment);
        return new Child(builder, logs, name);
    }
}
