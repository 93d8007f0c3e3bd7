package khabar.cli.torture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What runs in a round, and what a fault may do to it. Whatever ends by itself is started again, as a service would be. */
final class Scene implements AutoCloseable {
    private static final int STEP_MILLIS = 100;
    private static final Duration GROWTH_PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_RESTARTS = 30;

    private final Program program;
    private final Broker broker;
    private final Path logs;
    private final Random random;
    private final List<Instance> instances = new ArrayList<>();
    private final List<AutoCloseable> more = new ArrayList<>();
    private List<String> replayCommand = List.of();
    private @Nullable Child replay;
    private int replays;
    private int kills;
    private int restarts;

    /**
     * A scene on which nothing runs yet but the broker.
     *
     * @param program the program, set up for the round
     * @param broker the broker
     * @param logs folder of the round
     * @param random source of all chance
     */
    Scene(Program program, Broker broker, Path logs, Random random) {
        this.program = program;
        this.broker = broker;
        this.logs = logs;
        this.random = random;
    }

    /** Starts one more instance. */
    Instance join() {
        Instance instance = new Instance(program, logs, "run-" + (char) ('a' + instances.size()));
        instances.add(instance);
        instance.start();
        return instance;
    }

    /** Any instance that should run. */
    Instance any() {
        List<Instance> running = instances.stream().filter(Instance::isWanted).toList();
        return running.get(random.nextInt(running.size()));
    }

    /** Starts the replay by the given command, which also resumes it. */
    void startReplay(List<String> command) {
        replayCommand = command;
        replays++;
        replay = program.start(logs, "replay-" + replays, List.of(), command);
    }

    void kill(Instance instance) throws InterruptedException {
        kills++;
        instance.kill();
    }

    void killBroker() throws InterruptedException {
        kills++;
        broker.kill();
    }

    void startBroker() throws InterruptedException {
        broker.start();
    }

    /** Kills the replay where it still runs; it goes on where it was, later. */
    void killReplay() throws InterruptedException {
        if (replay != null && replay.isAlive()) {
            kills++;
            replay.kill();
        }
    }

    /** Whether everything was replayed. */
    boolean isReplayed() {
        return replay != null && !replay.isAlive() && replay.exitCode() == 0;
    }

    /** Lets some time between the bounds pass, during which whatever ended by itself is started again. */
    void pass(Duration least, Duration most) throws InterruptedException {
        long span = Math.max(1, most.minus(least).toMillis());
        pass(least.plusMillis(random.nextLong(span)));
    }

    private void pass(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            revive();
        }
    }

    /** Waits until something has grown, or for a while where it does not. */
    void awaitGrowth(LongSupplier reach) throws InterruptedException {
        long from = reach.getAsLong();
        long end = System.nanoTime() + GROWTH_PATIENCE.toNanos();
        while (reach.getAsLong() <= from && !isReplayed() && System.nanoTime() < end) {
            pass(Duration.ofMillis(STEP_MILLIS));
        }
    }

    /** Waits until everything was replayed; false where that takes longer. */
    boolean awaitReplay(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!isReplayed() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            revive();
        }
        return isReplayed();
    }

    /** Starts again what has ended without being told to. */
    void revive() throws InterruptedException {
        if (restarts > MOST_RESTARTS) {
            throw new IllegalStateException("processes: end again and again (expected: to stay up); see " + logs);
        }
        if (!broker.isAlive()) {
            restarts++;
            broker.start();
        }
        if (replay != null && !replay.isAlive() && replay.exitCode() != 0) {
            restarts++;
            startReplay(replayCommand);
        }
        for (Instance instance : instances) {
            if (instance.isDown()) {
                restarts++;
                instance.start();
            }
        }
    }

    /** To be closed with the scene, after all processes. */
    void closeLater(AutoCloseable one) {
        more.add(one);
    }

    Path logs() {
        return logs;
    }

    int kills() {
        return kills;
    }

    /** Processes that ended by themselves and were started again. */
    int restarts() {
        return restarts;
    }

    @Override
    public void close() throws Exception {
        instances.forEach(Instance::close);
        if (replay != null) {
            replay.close();
        }
        for (AutoCloseable one : more) {
            one.close();
        }
    }
}
