package khabar.audit.records;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What may come once: one refusal, or one dead letter, for each record of the feed. */
final class OnceCheck {
    private final String topic;
    private final Consumer<Flaw> flaws;
    private final Map<String, Integer> seen = new HashMap<>();

    OnceCheck(String topic, Consumer<Flaw> flaws) {
        this.topic = topic;
        this.flaws = flaws;
    }

    /** Takes what stands for the record of the feed at the position. */
    void take(String position) {
        seen.merge(position, 1, Integer::sum);
    }

    /** After all records: each expected position once, and no other. */
    void mustBe(Iterable<String> expected) {
        Map<String, Integer> rest = new HashMap<>(seen);
        for (String position : expected) {
            Integer times = rest.remove(position);
            if (times == null || times != 1) {
                flaws.accept(new Flaw(topic, position, "records: " + (times == null ? 0 : times) + " (expected: 1)"));
            }
        }
        rest.forEach(
                (position, times) -> flaws.accept(new Flaw(topic, position, "records: " + times + " (expected: 0)")));
    }
}
