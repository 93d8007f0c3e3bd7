package khabar.cli.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** When what happened, counted from the start of this process; safe for many threads. */
public final class Milestones {
    /** What happens in a demo. */
    public enum Milestone {
        MAIN("program loaded"),
        BROKER("broker is ready"),
        TOPICS("topics and schemas are there"),
        TEXT_CORE("text core is loaded"),
        RUNNING("topology is running"),
        REPLAYED("corpus is replayed"),
        FIRST_AGGREGATE("first aggregate"),
        SETTLED("all windows that are over are closed"),
        AUDITED("audited");

        private final String words;

        Milestone(String words) {
            this.words = words;
        }
    }

    private final Instant start = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    private final Map<Milestone, Duration> reached = new EnumMap<>(Milestone.class);
    private final Consumer<String> tell;

    /** Tells each milestone in a line. */
    public Milestones(Consumer<String> tell) {
        this.tell = tell;
    }

    /** Notes that something happened; the first time counts. */
    public synchronized void reached(Milestone milestone) {
        if (!reached.containsKey(milestone)) {
            Duration after = Duration.between(start, Instant.now());
            reached.put(milestone, after);
            tell.accept(String.format(Locale.ROOT, "%6.1f s  %s", after.toMillis() / 1e3, milestone.words));
        }
    }

    /** Seconds by milestone, in camel case. */
    public synchronized ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        reached.forEach((milestone, after) -> json.put(camelCase(milestone.name()), after.toMillis() / 1e3));
        return json;
    }

    private static String camelCase(String name) {
        StringBuilder text = new StringBuilder(name.toLowerCase(Locale.ROOT));
        for (int at = text.indexOf("_"); at >= 0; at = text.indexOf("_")) {
            text.replace(at, at + 2, text.substring(at + 1, at + 2).toUpperCase(Locale.ROOT));
        }
        return text.toString();
    }
}
