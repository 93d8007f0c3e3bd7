package khabar.query.events;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import khabar.settings.SettingException;
import khabar.topics.Topics;
import org.apache.kafka.common.TopicPartition;

/**
 * How far somebody has read: the next offset of every partition. Offsets are the cluster's, so the text
 * of positions means the same to every instance, also after a restart. As text: for every partition the
 * letter of its topic, its number, a dot and the offset, numbers in base 36, joined by hyphens:
 * {@code e0.1z-c3.ff}.
 */
public final class Positions {
    /** The topics whose records are events, by their letters. Letters never change their meaning. */
    static final Map<Character, String> TOPICS = Map.of(
            'e', Topics.ENRICHED.name(),
            'c', Topics.ENTITY_COUNTS.name(),
            's', Topics.SUBJECT_COUNTS.name(),
            't', Topics.TOP_ENTITIES.name(),
            'r', Topics.TRENDS.name(),
            'a', Topics.ALERTS.name());

    private static final int RADIX = 36;
    private static final int MOST_CHARACTERS = 16_384;
    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final Map<TopicPartition, Long> next;

    private Positions(Map<TopicPartition, Long> next) {
        this.next = new TreeMap<>(ORDER);
        this.next.putAll(next);
    }

    /** The given next offsets, by partition. */
    public static Positions of(Map<TopicPartition, Long> next) {
        return new Positions(next);
    }

    /** A copy that moves on its own. */
    public Positions copy() {
        return new Positions(next);
    }

    /** The topics that hold events. */
    public static List<String> topics() {
        return TOPICS.values().stream().sorted().toList();
    }

    /** The next offset of a partition; the other one where it is not known. */
    public long next(TopicPartition partition, long other) {
        return next.getOrDefault(partition, other);
    }

    /** All next offsets. */
    public Map<TopicPartition, Long> all() {
        return Map.copyOf(next);
    }

    /** Whether the event was read already. */
    public boolean isPast(OutputEvent event) {
        return next.getOrDefault(event.at(), 0L) > event.offset();
    }

    /** Moves on behind the event. */
    public void pass(OutputEvent event) {
        next.merge(event.at(), event.offset() + 1, Math::max);
    }

    /** Moves on to the others, where they are further. */
    public void take(Positions others) {
        others.next.forEach((partition, offset) -> next.merge(partition, offset, Math::max));
    }

    /** Takes the positions of all partitions that are not known here from the others. */
    public Positions completedBy(Positions others) {
        Map<TopicPartition, Long> all = new HashMap<>(others.next);
        all.putAll(next);
        return new Positions(all);
    }

    /** Whether nothing that these positions have not seen lies before the others. */
    public boolean isAtOrAfter(Positions others) {
        return others.next.entrySet().stream()
                .allMatch(other -> next.getOrDefault(other.getKey(), other.getValue()) >= other.getValue());
    }

    /** The positions as text; see the class for its form. */
    public String text() {
        StringBuilder text = new StringBuilder(next.size() * 8);
        next.forEach((partition, offset) -> {
            if (text.length() > 0) {
                text.append('-');
            }
            text.append(letter(partition.topic()))
                    .append(Integer.toString(partition.partition(), RADIX))
                    .append('.')
                    .append(Long.toString(offset, RADIX));
        });
        return text.toString();
    }

    /** The positions that the text stands for; throws {@link SettingException} for any other text. */
    public static Positions parse(String name, String text) {
        Map<TopicPartition, Long> next = new HashMap<>();
        if (text.length() > MOST_CHARACTERS) {
            throw wrong(name, text.substring(0, 40) + "…");
        }
        for (String part : text.split("-", -1)) {
            int dot = part.indexOf('.');
            String topic = part.isEmpty() ? null : TOPICS.get(part.charAt(0));
            if (topic == null || dot < 2) {
                throw wrong(name, text);
            }
            try {
                int partition = Integer.parseInt(part.substring(1, dot), RADIX);
                long offset = Long.parseLong(part.substring(dot + 1), RADIX);
                if (partition < 0 || offset < 0) {
                    throw wrong(name, text);
                }
                next.put(new TopicPartition(topic, partition), offset);
            } catch (NumberFormatException notNumbers) {
                throw wrong(name, text);
            }
        }
        return new Positions(next);
    }

    private static SettingException wrong(String name, String text) {
        return new SettingException(name, text, "an id of an event of this stream, as it came");
    }

    private static char letter(String topic) {
        return TOPICS.entrySet().stream()
                .filter(known -> known.getValue().equals(topic))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
