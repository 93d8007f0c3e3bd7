package khabar.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program, as the launcher starts it: each command is a process of its own. */
public final class Khabar {
    /** The application id, which is also the name of the group. */
    static final String GROUP = "khabar";

    /** By which CI finds processes that are left. */
    private static final String MARK = "KHABAR_CI_MARK";

    private static final String MAIN = "khabar.cli.Main";
    private static final int FIRST_JDK_THAT_ASKS_FOR_NATIVE_ACCESS = 24;

    /** The class path that the launcher uses, jar by jar: the app, what it needs, what the broker needs. */
    static final String CLASS_PATH = classPath();

    private final Path folder;
    private final Map<String, String> environment;
    private final List<String> jvm;

    private Khabar(Path folder, Map<String, String> environment, List<String> jvm) {
        this.folder = folder;
        this.environment = environment;
        this.jvm = jvm;
    }

    /** Commands that run in the folder, keep their data below it and know nothing else. */
    public static Khabar in(Path folder) {
        return in(folder, ClassArchive.options());
    }

    /** The same with options for the JVM. */
    static Khabar in(Path folder, List<String> options) {
        return new Khabar(
                folder,
                Map.of("XDG_DATA_HOME", folder.resolve("data").toString()),
                both(JvmOptions.SHORT_LIVED, options));
    }

    /** Commands on the cluster, with times that suit a test. */
    public static Khabar on(Cluster cluster, Path folder) {
        return on(cluster.bootstrapServers(), folder);
    }

    /** Commands on the cluster of the given brokers. */
    public static Khabar on(String bootstrapServers, Path folder) {
        return in(folder)
                .with("KHABAR_BOOTSTRAP_SERVERS", bootstrapServers)
                .with("KHABAR_IDLE_CLOSE", "3s")
                .with("KHABAR_PORT", "0")
                // Two are as good as many to see work shared out, and half the default in stores and topics to open.
                .with("KHABAR_TOPIC_PARTITIONS", "2")
                // The least that brokers allow by default: so long a killed instance keeps its work from the next.
                .with("KHABAR_KAFKA_MAIN_CONSUMER_SESSION_TIMEOUT_MS", "6000")
                .with("KHABAR_KAFKA_MAIN_CONSUMER_HEARTBEAT_INTERVAL_MS", "1000");
    }

    /** The same with one more option, by its environment variable. */
    public Khabar with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new Khabar(folder, more, jvm);
    }

    /** The same with the JVM as it is for whoever runs it for long, for what is measured. */
    public Khabar longLived() {
        return new Khabar(folder, environment, both(JvmOptions.LONG_LIVED, ClassArchive.options()));
    }

    /** Runs a command to its end. */
    public Finished run(String... arguments) {
        try (Running running = start(arguments)) {
            return running.awaitEnd();
        }
    }

    /** Starts a command and goes on. */
    public Running start(String... arguments) {
        try {
            Path logs = Files.createTempDirectory(folder, arguments[0] + "-");
            ProcessBuilder builder = new ProcessBuilder(commandLine(arguments))
                    .directory(folder.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(logs.resolve("out").toFile())
                    .redirectError(logs.resolve("err").toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("KHABAR_") && !name.equals(MARK));
            builder.environment().putAll(environment);
            return new Running(String.join(" ", arguments), builder.start(), logs);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The command as whoever starts the process himself has to give it. */
    public List<String> commandLine(String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(jvm);
        line.add("-Dfile.encoding=UTF-8");
        line.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
        if (Runtime.version().feature() >= FIRST_JDK_THAT_ASKS_FOR_NATIVE_ACCESS) {
            line.add("--enable-native-access=ALL-UNNAMED");
        }
        line.addAll(List.of("-cp", CLASS_PATH, MAIN));
        line.addAll(List.of(arguments));
        return line;
    }

    private static String classPath() {
        Path target = Path.of(System.getProperty("khabar.app.target"));
        return Stream.of(
                        jars(target, "streams-app-.*"),
                        jars(target.resolve("lib"), ".*"),
                        jars(target.resolve("broker-lib"), ".*"))
                .flatMap(jars -> jars)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** In the order of their names: an archive of classes serves for one order alone. */
    private static Stream<String> jars(Path folder, String name) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().matches(name + "\\.jar"))
                    .map(Path::toString)
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /**
     * A command that has ended.
     *
     * @param exitCode its exit code
     * @param out what it wrote to standard output
     * @param err what it wrote to standard error
     */
    public record Finished(int exitCode, String out, String err) {
        public Stream<String> lines() {
            return out.lines();
        }
    }
}
