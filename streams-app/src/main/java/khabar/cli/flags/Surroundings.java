package khabar.cli.flags;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import khabar.cli.output.ResultStream;

/**
 * What a command finds around it.
 *
 * @param environment environment variables
 * @param folder the current folder
 * @param out where results go, as UTF-8
 * @param err where everything else goes, as UTF-8
 * @param terminal whether somebody watches {@code out}
 */
public record Surroundings(
        Map<String, String> environment, Path folder, PrintStream out, PrintStream err, boolean terminal) {

    /** Set by the launcher, which can tell better: {@code System.console()} differs between JDKs. */
    private static final String TERMINAL = "khabar.terminal";

    /** Those of this process. */
    public static Surroundings ofProcess() {
        String told = System.getProperty(TERMINAL);
        return new Surroundings(
                Map.copyOf(System.getenv()),
                Path.of("").toAbsolutePath(),
                ResultStream.ofProcess(),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
                told == null ? System.console() != null : Boolean.parseBoolean(told));
    }

    /** Whether text may be coloured. */
    public boolean colour() {
        return terminal && !environment.containsKey("NO_COLOR");
    }
}
