package khabar.benchmarks.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import khabar.schemas.state.Contribution;
import khabar.schemas.state.Contributions;
import org.apache.kafka.common.utils.Utils;

/** Articles that name entities as news does: the second most named half as often as the first, and so on (Zipf). */
final class Mentions {
    private static final int SOURCES = 7;

    private final Random random = new Random(1);
    private final double[] shares;
    private final int partitions;

    /** Of so many entities, for counts with so many partitions. */
    Mentions(int entities, int partitions) {
        this.shares = new double[entities];
        this.partitions = partitions;
        double sum = 0;
        for (int rank = 0; rank < entities; rank++) {
            sum += 1.0 / (rank + 1);
            shares[rank] = sum;
        }
    }

    /** What one article says that mentions so many entities once each, by the partition that counts it. */
    Map<Integer, Contributions> ofArticle(Instant publishedAt, int mentions) {
        Map<Integer, Contributions> batches = new TreeMap<>();
        List<Integer> named = new ArrayList<>();
        String source = "source-" + random.nextInt(SOURCES);
        while (named.size() < mentions) {
            int entity = any();
            if (!named.contains(entity)) {
                named.add(entity);
                String id = "Q" + entity;
                batches.computeIfAbsent(
                                Utils.toPositive(Utils.murmur2(id.getBytes(UTF_8))) % partitions,
                                partition -> new Contributions(null, new ArrayList<>(), new ArrayList<>()))
                        .getEntities()
                        .add(new Contribution(id, publishedAt, 1, 1, "person", 1, 1, source, null));
            }
        }
        return batches;
    }

    private int any() {
        double at = random.nextDouble() * shares[shares.length - 1];
        int found = Arrays.binarySearch(shares, at);
        return found < 0 ? -found - 1 : found;
    }
}
