package khabar.it;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupListing;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What a test may know of the Kafka cluster without the program: how far topics are, and how to forget them. */
public final class Cluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String bootstrapServers;
    private final Admin admin;

    Cluster(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Offsets handed out in a topic so far, over all partitions; 0 while it does not exist. */
    public long reachOf(String topic) {
        try {
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            for (TopicDescription description :
                    get(admin.describeTopics(List.of(topic)).allTopicNames()).values()) {
                description
                        .partitions()
                        .forEach(partition ->
                                ends.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
            }
            return get(admin.listOffsets(ends).all()).values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (UnknownTopicOrPartitionException missing) {
            return 0;
        }
    }

    /** Waits until a topic has grown by so many offsets beyond where it was. */
    public void awaitGrowth(String topic, long from, long by) {
        await(topic + " grows by " + by)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> reachOf(topic) >= from + by);
    }

    /** Waits until each partition of a topic has so many copies that are up to date. */
    void awaitCopiesInSync(String topic, int copies) {
        await(copies + " copies of " + topic)
                .atMost(PATIENCE)
                .until(() -> get(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                        .flatMap(description -> description.partitions().stream())
                        .allMatch(partition -> partition.isr().size() == copies));
    }

    /** Waits until so many members of a group have work to do. */
    void awaitWorkers(String group, int count) {
        await(count + " members of " + group + " have work")
                .atMost(PATIENCE)
                .ignoreException(GroupIdNotFoundException.class)
                .until(() -> members(group)
                                .filter(member ->
                                        !member.assignment().topicPartitions().isEmpty())
                                .count()
                        == count);
    }

    /** Removes every topic and group, so that the next test begins with an empty cluster. */
    public void forgetEverything() {
        List<String> groups = new ArrayList<>();
        get(admin.listConsumerGroups().all()).stream()
                .map(ConsumerGroupListing::groupId)
                .forEach(groups::add);
        // A killed member would leave its group when its session is over: nobody waits for that here.
        groups.stream()
                .filter(group -> members(group).findAny().isPresent())
                .forEach(group ->
                        get(admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                                .all()));
        await("groups are empty")
                .atMost(PATIENCE)
                .until(() -> groups.stream().flatMap(this::members).findAny().isEmpty());
        get(admin.deleteConsumerGroups(groups).all());
        get(admin.deleteTopics(topics()).all());
        await("topics are gone").atMost(PATIENCE).until(() -> topics().isEmpty());
    }

    @Override
    public void close() {
        admin.close();
    }

    private Set<String> topics() {
        return get(admin.listTopics().names()).stream()
                .filter(name -> !name.startsWith("__"))
                .collect(Collectors.toSet());
    }

    private Stream<MemberDescription> members(String group) {
        return get(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                .flatMap(description -> description.members().stream());
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
