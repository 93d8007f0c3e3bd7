package khabar.topics.creation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import khabar.topics.Acknowledged;
import khabar.topics.creation.TopicState.Standing;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates our topics where they are missing, and compares those that are there with the plan. Changes none. */
public final class TopicCreator {
    private static final Duration PROPAGATION = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Admin admin;
    private final List<TopicPlan> plans;

    /** Works through the given client, which stays the caller's. */
    public TopicCreator(Admin admin, TopicOptions options) {
        this.admin = admin;
        this.plans = TopicPlan.all(options);
    }

    /** Creates what is missing, waits until the broker knows it, and says how every topic stands. */
    public List<TopicState> create() {
        Set<String> created = new HashSet<>();
        CreateTopicsResult answers =
                admin.createTopics(missing().stream().map(TopicPlan::asNewTopic).toList());
        answers.values().forEach((name, answer) -> {
            if (wasCreated(answer)) {
                created.add(name);
            }
        });
        awaitAll();
        return states(created);
    }

    /** How every topic stands; nothing is created. */
    public List<TopicState> describe() {
        return states(Set.of());
    }

    private List<TopicPlan> missing() {
        Set<String> there = descriptions().keySet();
        return plans.stream().filter(plan -> !there.contains(plan.name())).toList();
    }

    /** Another instance may create the same topic at the same moment: that is as good. */
    private static boolean wasCreated(KafkaFuture<Void> answer) {
        try {
            Acknowledged.await(answer);
            return true;
        } catch (TopicExistsException alreadyThere) {
            return false;
        }
    }

    /** The controller's answer comes before every broker has heard of the topic. */
    private void awaitAll() {
        long deadline = System.nanoTime() + PROPAGATION.toNanos();
        while (descriptions().size() < plans.size() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private List<TopicState> states(Set<String> created) {
        Map<String, TopicDescription> there = descriptions();
        Map<String, Config> configurations = configurations(there.keySet());
        List<TopicState> states = new ArrayList<>();
        for (TopicPlan plan : plans) {
            TopicDescription description = there.get(plan.name());
            Config configuration = configurations.get(plan.name());
            if (description == null || configuration == null) {
                states.add(new TopicState(plan.name(), Standing.MISSING, 0, 0, Map.of(), List.of()));
            } else {
                Standing standing = created.contains(plan.name()) ? Standing.CREATED : Standing.EXISTS;
                states.add(state(plan, standing, description, configuration));
            }
        }
        return List.copyOf(states);
    }

    private static TopicState state(
            TopicPlan plan, Standing standing, TopicDescription description, Config configuration) {
        int partitions = description.partitions().size();
        int replication = description.partitions().get(0).replicas().size();
        List<String> differences = new ArrayList<>();
        compare(differences, "partitions", Integer.toString(partitions), Integer.toString(plan.partitions()));
        if (plan.replication() > 0) {
            compare(differences, "replication", Integer.toString(replication), Integer.toString(plan.replication()));
        }
        new TreeMap<>(plan.configuration())
                .forEach((name, planned) ->
                        compare(differences, name, configuration.get(name).value(), planned));
        return new TopicState(
                plan.name(), standing, partitions, replication, setForTopic(configuration), List.copyOf(differences));
    }

    private static void compare(List<String> differences, String name, String value, String planned) {
        if (!value.equals(planned)) {
            differences.add(name + ": " + value + " (expected: " + planned + ")");
        }
    }

    private static Map<String, String> setForTopic(Config configuration) {
        Map<String, String> set = new TreeMap<>();
        for (ConfigEntry entry : configuration.entries()) {
            if (entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG) {
                set.put(entry.name(), entry.value());
            }
        }
        return set;
    }

    private Map<String, TopicDescription> descriptions() {
        Map<String, TopicDescription> found = new HashMap<>();
        List<String> names = plans.stream().map(TopicPlan::name).toList();
        admin.describeTopics(names).topicNameValues().forEach((name, answer) -> {
            try {
                found.put(name, Acknowledged.await(answer));
            } catch (UnknownTopicOrPartitionException missing) {
                // Not there, or not known to this broker yet: the caller sees it by its absence.
            }
        });
        return found;
    }

    private Map<String, Config> configurations(Set<String> names) {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, Config> found = new HashMap<>();
        Acknowledged.await(admin.describeConfigs(resources).all())
                .forEach((resource, configuration) -> found.put(resource.name(), configuration));
        return found;
    }
}
