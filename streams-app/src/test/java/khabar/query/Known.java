package khabar.query;

import java.util.Map;
import java.util.Optional;
import khabar.query.archive.KeptNews;
import khabar.query.live.LiveView;

/** Knowledge of two subjects and of every entity, for tests. */
public record Known(String demonyms) implements Knowledge {

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
        return code.equals("medtop:16000000") ? Map.of("en", "war", "fa", "جنگ") : Map.of();
    }

    @Override
    public Optional<String> broaderSubject(String code) {
        return code.equals("medtop:20000053") ? Optional.of("medtop:16000000") : Optional.empty();
    }

    @Override
    public String ruleSetVersion() {
        return "r1";
    }

    @Override
    public String version() {
        return "1.2.3";
    }
}
