package khabar.cli.torture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The embedded broker as a process: whenever it is started again, it has the same port and the same data. */
final class Broker implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("^(\\S+):(\\d+)$", Pattern.MULTILINE);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int STEP_MILLIS = 50;

    private final Program program;
    private final Path folder;
    private @Nullable Child child;
    private String port = "0";
    private String address = "";
    private int starts;

    Broker(Program program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** Starts it and waits until it can be reached. */
    void start() throws InterruptedException {
        starts++;
        Child started = program.start(
                folder,
                "broker-" + starts,
                List.of(),
                List.of(
                        "broker",
                        "--port",
                        port,
                        "--data",
                        folder.resolve("broker").toString()));
        child = started;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Matcher said = ADDRESS.matcher(started.output());
        while (!said.find()) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("broker: does not start (expected: ready within " + PATIENCE.toSeconds()
                        + " s): " + started.lastWords());
            }
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            said = ADDRESS.matcher(started.output());
        }
        address = said.group();
        port = said.group(2);
    }

    /** SIGKILL, whatever it was doing. */
    void kill() throws InterruptedException {
        if (child != null) {
            child.kill();
        }
    }

    boolean isAlive() {
        return child != null && child.isAlive();
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        if (child != null) {
            child.close();
        }
    }
}
