package khabar.cli.picture;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.GlobalStore;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** A topology as a Mermaid flowchart: topics as stadiums, stages as boxes, stores as cylinders. */
public final class MermaidPicture {
    private static final String UNKNOWN_TOPIC = "chosen per record";

    private final StringBuilder inside = new StringBuilder();
    private final SortedSet<String> topics = new TreeSet<>();
    private final SortedSet<String> flows = new TreeSet<>();

    private MermaidPicture() {}

    /** The flowchart, ending in a line feed; equal topologies give equal text. */
    public static String of(TopologyDescription topology) {
        MermaidPicture picture = new MermaidPicture();
        topology.subtopologies().stream()
                .sorted(Comparator.comparingInt(Subtopology::id))
                .forEach(part -> picture.draw("part " + part.id(), part.id(), part.nodes()));
        topology.globalStores().stream()
                .sorted(Comparator.comparingInt(GlobalStore::id))
                .forEach(all -> picture.draw("every instance", all.id(), List.of(all.source(), all.processor())));
        StringBuilder text = new StringBuilder("flowchart TD\n");
        picture.topics.forEach(topic -> line(text, 1, topicId(topic) + "([\"" + topic + "\"])"));
        text.append(picture.inside);
        picture.flows.forEach(flow -> line(text, 1, flow));
        return text.toString();
    }

    private void draw(String title, int number, Collection<Node> nodes) {
        line(inside, 1, "subgraph part" + number + "[\"" + title + "\"]");
        SortedSet<String> stores = new TreeSet<>();
        for (Node node : sorted(nodes)) {
            if (node instanceof Source source) {
                topicsOf(source).forEach(topic -> flow(topicId(topic), nodeId(node)));
            } else if (node instanceof Sink sink) {
                String topic = sink.topic() == null ? UNKNOWN_TOPIC : sink.topic();
                topics.add(topic);
                flow(nodeId(node), topicId(topic));
            } else if (node instanceof Processor processor) {
                processor.stores().forEach(store -> {
                    stores.add(store);
                    flows.add(nodeId(node) + " -.- " + storeId(store));
                });
            }
            line(inside, 2, nodeId(node) + "[\"" + node.name() + "\"]");
            node.successors().forEach(next -> flow(nodeId(node), nodeId(next)));
        }
        stores.forEach(store -> line(inside, 2, storeId(store) + "[(\"" + store + "\")]"));
        line(inside, 1, "end");
    }

    private Set<String> topicsOf(Source source) {
        Set<String> read =
                source.topicSet() == null ? Set.of(source.topicPattern().pattern()) : source.topicSet();
        topics.addAll(read);
        return read;
    }

    private void flow(String from, String to) {
        flows.add(from + " --> " + to);
    }

    private static List<Node> sorted(Collection<Node> nodes) {
        return nodes.stream().sorted(Comparator.comparing(Node::name)).toList();
    }

    private static String topicId(String topic) {
        return id("topic", topic);
    }

    private static String storeId(String store) {
        return id("store", store);
    }

    private static String nodeId(Node node) {
        return id("stage", node.name());
    }

    private static String id(String kind, String name) {
        return kind + "_" + name.replaceAll("[^A-Za-z0-9]", "_");
    }

    private static void line(StringBuilder text, int depth, String content) {
        text.append("  ".repeat(depth)).append(content).append('\n');
    }
}
