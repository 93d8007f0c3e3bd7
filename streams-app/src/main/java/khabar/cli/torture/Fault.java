package khabar.cli.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** What may strike while a history is replayed. */
public enum Fault {
    /** The topology is killed, and started again with its state, or without. */
    KILL("kill -9 of the topology, started again with its state or without") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            Instance victim = scene.any();
            scene.kill(victim);
            if (random.nextInt(4) == 0) {
                victim.loseState();
            }
            scene.pass(Duration.ZERO, SOON);
            victim.start();
        }
    },
    /** An instance stands still for longer than its session lasts, another takes over, and it wakes up as a zombie. */
    FREEZE("an instance stands still, another takes over, then it wakes up") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            Instance victim = scene.any();
            Instance heir = scene.join();
            victim.child().freeze();
            scene.pass(SESSION.plus(SOON), SESSION.plus(SOON).plus(SOON));
            victim.child().thaw();
            scene.pass(SOON, SOON.multipliedBy(2));
            scene.kill(heir);
        }
    },
    /** The broker is killed and started again with its data. */
    BROKER("kill -9 of the broker, started again with its data") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            scene.killBroker();
            Thread.sleep(random.nextInt((int) SOON.toMillis()));
            scene.startBroker();
        }
    },
    /** The replay is killed, several times, and resumed. */
    REPLAY("kill -9 of the replay, resumed, twice") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            for (int i = 0; i < 2; i++) {
                scene.killReplay();
                scene.pass(SOON, SOON.multipliedBy(4));
            }
        }
    },
    /** Two instances join; one leaves as it should, the other is killed. */
    RESCALE("a second and a third instance join, one leaves, one is killed") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            Instance second = scene.join();
            scene.pass(SOON, SOON.multipliedBy(5));
            Instance third = scene.join();
            scene.pass(SOON.multipliedBy(3), SOON.multipliedBy(6));
            second.leave();
            scene.pass(Duration.ZERO, SOON);
            scene.kill(third);
        }
    },
    /** The disk of the state is full for a while; where no small disk can be mounted, {@link #STATE} strikes. */
    DISK("the disk of the state is full for a while (as root, on Linux; else the next)") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            Optional<Disk> mounted = Disk.mount(scene.logs().resolve("disk"));
            if (mounted.isEmpty()) {
                STATE.strike(scene, random);
                return;
            }
            Disk disk = mounted.get();
            scene.closeLater(disk);
            Instance victim = scene.any();
            scene.kill(victim);
            victim.stateIn(disk.folder().resolve("state"));
            victim.start();
            scene.pass(SOON.multipliedBy(4), SOON.multipliedBy(6));
            disk.fill();
            scene.pass(SOON.multipliedBy(2), SOON.multipliedBy(4));
            disk.free();
            scene.kill(victim);
            victim.start();
        }
    },
    /** Nothing can be written to the state folder any more, as a file stands in its place. */
    STATE("the state folder cannot be written: a file stands in its place") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            Instance victim = scene.any();
            Path state = victim.state();
            Path aside = state.resolveSibling(state.getFileName() + "-aside-" + random.nextInt(1 << 20));
            try {
                boolean there = Files.exists(state);
                if (there) {
                    Files.move(state, aside);
                }
                Files.createFile(state);
                scene.pass(SOON, SOON.multipliedBy(3));
                scene.kill(victim);
                Files.delete(state);
                if (there && random.nextBoolean()) {
                    Files.move(aside, state);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            victim.start();
        }
    },
    /** The wall clock of an instance leaps ahead and back. */
    CLOCK("the wall clock of the topology leaps ahead by hours, and back by more") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            Instance victim = scene.any();
            scene.kill(victim);
            String leaps = "PT3S:PT" + (1 + random.nextInt(5)) + "H,PT6S:-PT" + (6 + random.nextInt(20)) + "H";
            victim.start(List.of("-Dkhabar.clock.leaps=" + leaps));
        }
    },
    /** One partition of the feed says nothing any more while the others go on. */
    SILENCE("one partition of the feed falls silent while the others go on") {
        @Override
        void strike(Scene scene, Random random) {
            // It is in the history of the round.
        }
    };

    private static final Duration SOON = Duration.ofMillis(700);
    /** What the session timeout of a round is set to. */
    static final Duration SESSION = Duration.ofSeconds(6);

    private final String meaning;

    Fault(String meaning) {
        this.meaning = meaning;
    }

    /** What it is called on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it does, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** Strikes, and leaves a scene on which everything runs again that should. */
    abstract void strike(Scene scene, Random random) throws InterruptedException;
}
