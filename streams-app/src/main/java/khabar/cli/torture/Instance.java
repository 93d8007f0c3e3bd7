package khabar.cli.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import khabar.cli.demo.ThrowAwayFolder;
import org.jspecify.annotations.Nullable;

/** One instance of the topology: a folder for its state, and a process as long as it is wanted. */
final class Instance implements AutoCloseable {
    private final Program program;
    private final Path logs;
    private final String name;
    private Path state;
    private @Nullable Child child;
    private boolean wanted;
    private int starts;

    Instance(Program program, Path logs, String name) {
        this.program = program;
        this.logs = logs;
        this.name = name;
        this.state = logs.resolve(name + "-state");
    }

    void start() {
        start(List.of());
    }

    void start(List<String> jvmOptions) {
        wanted = true;
        starts++;
        child = program.with(Map.of("KHABAR_STATE_DIR", state.toString()))
                .start(logs, name + "-" + starts, jvmOptions, List.of("run"));
    }

    Child child() {
        if (child == null) {
            throw new IllegalStateException(name + ": never started");
        }
        return child;
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        wanted = false;
        child().kill();
    }

    /** SIGTERM; it goes for good. */
    void leave() throws InterruptedException {
        wanted = false;
        child().stop();
    }

    /** Whether it has ended by itself. */
    boolean isDown() {
        return wanted && !child().isAlive();
    }

    boolean isWanted() {
        return wanted;
    }

    Path state() {
        return state;
    }

    void stateIn(Path folder) {
        state = folder;
    }

    /** Loses its state, as with the disk of a machine that is gone. */
    void loseState() {
        if (Files.exists(state)) {
            ThrowAwayFolder.delete(state);
        }
    }

    @Override
    public void close() {
        wanted = false;
        if (child != null) {
            child.close();
        }
    }
}
