package khabar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import khabar.cli.flags.Surroundings;

/** A terminal that runs one command after the other and keeps what they print. */
final class Terminal {
    private final Map<String, String> environment;
    private final Path folder;

    /** What one command left behind. */
    record Outcome(int exit, String out, String err) {}

    Terminal(Map<String, String> environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    Outcome run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                environment, folder, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
        int exit = Main.run(surroundings, args);
        return new Outcome(exit, out.toString(UTF_8), err.toString(UTF_8));
    }
}
