package khabar.topology.alert;

import java.time.Duration;
import java.util.List;
import khabar.schemas.AlertKind;

/**
 * A saved search. What is empty asks for nothing.
 *
 * @param id the rule that defines it
 * @param title what it is called
 * @param kind what makes it fire
 * @param entities ids of entities that an article names, or that trend
 * @param subjects codes of subjects; a broader one is met by its narrower ones
 * @param words words and phrases
 * @param languages BCP 47 tags; {@code fa} is met by {@code fa-AF}
 * @param sources names of sources
 * @param types types of entities that trend
 * @param minScore the least score of a wanted subject, or of a trend; 0 where any will do
 * @param articles how many articles of a window make a threshold; 0 for other kinds
 * @param windows sizes: exactly one for a threshold, those that count for a trend, none for any
 */
public record AlertRule(
        String id,
        String title,
        AlertKind kind,
        Wanted entities,
        Wanted subjects,
        Wanted words,
        List<String> languages,
        List<String> sources,
        List<String> types,
        double minScore,
        int articles,
        List<Duration> windows) {

    /**
     * The rule that is written in the given body; the form is described in {@code docs/alerts.md}.
     *
     * @throws IllegalArgumentException with what was found and what was expected, where it is none
     */
    public static AlertRule parse(String ruleId, String body) {
        return new AlertParser(ruleId).parse(body);
    }

    /** The size of the window of a threshold. */
    Duration window() {
        return windows.get(0);
    }
}
