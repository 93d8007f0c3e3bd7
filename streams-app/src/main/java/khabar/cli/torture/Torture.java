package khabar.cli.torture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import khabar.app.Connection;
import khabar.app.StreamsProperties;
import khabar.app.WireFormats;
import khabar.app.text.TextCores;
import khabar.cli.flags.OptionGroup;
import khabar.feed.show.Counted;
import khabar.language.TextCore;
import khabar.settings.Origin;
import khabar.settings.Setting;
import khabar.settings.Settings;
import khabar.topics.creation.TopicOptions;
import khabar.topology.TopologyOptions;
import org.apache.kafka.clients.admin.Admin;

/** Rounds of faults, one after the other, on one broker. Ends at the first round in which something was wrong. */
public final class Torture implements AutoCloseable {
    private static final String SESSION_TIMEOUT = Long.toString(Fault.SESSION.toMillis());
    /** What suits rounds of half a minute; what was asked for comes before. */
    private static final Map<Setting<?>, String> SHORT = Map.of(
            TopologyOptions.IDLE_CLOSE, "2s", TopologyOptions.CLOSING_PORTION, "5", TopicOptions.PARTITIONS, "2");

    private final TorturePlan plan;
    private final Settings settings;
    private final Program program;
    private final Broker broker;
    private RoundResult total = RoundResult.NONE;
    private int rounds;

    /** A torture that has not begun. */
    public Torture(TorturePlan plan) {
        this.plan = plan;
        this.settings = shortened(plan.settings());
        this.program = new Program(environment(settings));
        this.broker = new Broker(program, plan.folder());
    }

    /** Plays the rounds; answers what they have come to together. */
    public RoundResult run() throws Exception {
        TextCore core = TextCores.from(settings);
        broker.start();
        while (rounds < plan.rounds() && total.mismatches().isEmpty()) {
            total = total.plus(play(rounds + 1, core));
            // Only now: a round that was stopped was not checked.
            rounds++;
        }
        return total;
    }

    /** Rounds that were played to their end. */
    public int rounds() {
        return rounds;
    }

    /** What the rounds so far have come to. */
    public RoundResult total() {
        return total;
    }

    @Override
    public void close() {
        broker.close();
    }

    private RoundResult play(int number, TextCore core) throws Exception {
        // A round of its own seed: it can be played again without those before it.
        Random random = new Random(plan.seed() + number);
        List<Fault> faults = faults(number, random);
        Path folder = Round.folder(plan.folder(), number);
        String words = faults.stream().map(Fault::word).collect(Collectors.joining(", "));
        plan.tell().accept("round " + number + " of " + plan.rounds() + ": " + words);
        Settings own = settings.with(Connection.BOOTSTRAP_SERVERS, broker.address())
                .with(StreamsProperties.APPLICATION_ID, folder.getFileName().toString());
        RoundResult result = new Round(own, core, folder, random)
                .play(program.with(environment(own)), broker, faults, plan.articles());
        plan.tell()
                .accept(String.format(
                        java.util.Locale.ROOT,
                        "  %s, %s, %s, %s, %s checked, %s, %.1f s",
                        Counted.of(result.kills(), "kill"),
                        Counted.of(result.restarts(), "restart"),
                        Counted.of(result.articles(), "article"),
                        Counted.of(result.revisions(), "revision"),
                        Counted.of(result.records(), "record"),
                        Counted.of(result.mismatches().size(), "mismatch", "mismatches"),
                        result.took().toMillis() / 1e3));
        if (result.mismatches().isEmpty()) {
            forgetTopics(own);
        }
        return result;
    }

    /** A kill in every round where kills are wanted, the others in turn, in any order. */
    private List<Fault> faults(int number, Random random) {
        List<Fault> others = new ArrayList<>(plan.faults());
        List<Fault> faults = new ArrayList<>();
        if (others.remove(Fault.KILL) || others.isEmpty()) {
            faults.add(Fault.KILL);
        }
        if (!others.isEmpty()) {
            faults.add(others.get(Math.floorMod(plan.seed() + number, others.size())));
        }
        Collections.shuffle(faults, random);
        return faults;
    }

    private static void forgetTopics(Settings settings) throws InterruptedException, ExecutionException {
        try (Admin admin = Connection.from(settings).openAdmin()) {
            Set<String> topics = admin.listTopics().names().get().stream()
                    .filter(name -> !name.startsWith("__"))
                    .collect(Collectors.toSet());
            admin.deleteTopics(topics).all().get();
        }
    }

    private static Settings shortened(Settings given) {
        // Its own broker has no registry.
        Settings settings = given.with(WireFormats.SCHEMA_REGISTRY_URL, "");
        for (Map.Entry<Setting<?>, String> entry : SHORT.entrySet()) {
            if (given.originOf(entry.getKey()) == Origin.DEFAULT) {
                settings = settings.with(entry.getKey(), entry.getValue());
            }
        }
        return settings;
    }

    /** Every option that was given, for the processes. */
    private static Map<String, String> environment(Settings settings) {
        Map<String, String> environment = new HashMap<>();
        for (OptionGroup group : OptionGroup.ALL) {
            for (Setting<?> setting : group.settings()) {
                if (settings.originOf(setting) != Origin.DEFAULT) {
                    environment.put(setting.environmentVariable(), settings.textOf(setting));
                }
            }
        }
        environment.put("KHABAR_PORT", "0");
        // The least that brokers allow by default: so long a killed instance keeps its work from the next.
        environment.put("KHABAR_KAFKA_MAIN_CONSUMER_SESSION_TIMEOUT_MS", SESSION_TIMEOUT);
        environment.put("KHABAR_KAFKA_MAIN_CONSUMER_HEARTBEAT_INTERVAL_MS", "1000");
        return environment;
    }
}
