package khabar.query;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import khabar.query.archive.KeptNews;
import khabar.query.live.LiveView;

/**
 * Knowledge of two subjects and of every entity, for tests.
 *
 * @param demonyms the setting
 * @param rules which set of rules is in force; it gives subjects their names
 */
public record Known(String demonyms, AtomicInteger rules) implements Knowledge {

    /** Knowledge by the first set of rules. */
    public Known(String demonyms) {
        this(demonyms, new AtomicInteger(1));
    }

    /** Questions to an instance that has not started and has no archive. */
    public static Questions nothingBut(LiveView view) {
        return new Questions(new StreamsInstance(), view, new KeptNews(), new Known("none"));
    }

    @Override
    public Map<String, String> entityNames(String entityId) {
        return Map.of("en", "name of " + entityId);
    }

    @Override
    public Map<String, String> subjectNames(String code) {
        String english = rules.get() == 1 ? "war" : "war " + rules;
        return code.equals("medtop:16000000") ? Map.of("en", english, "fa", "جنگ") : Map.of();
    }

    @Override
    public Optional<String> broaderSubject(String code) {
        return code.equals("medtop:20000053") ? Optional.of("medtop:16000000") : Optional.empty();
    }

    @Override
    public String ruleSetVersion() {
        return "r" + rules;
    }

    @Override
    public String version() {
        return "1.2.3";
    }
}
