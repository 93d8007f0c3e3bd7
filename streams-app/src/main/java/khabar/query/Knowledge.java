package khabar.query;

import java.util.Map;
import java.util.Optional;

/** What an instance knows without any topic: names, and itself. */
public interface Knowledge {
    /** Names of an entity by BCP 47 tag; empty where none are known. */
    Map<String, String> entityNames(String entityId);

    /** Names of a subject by BCP 47 tag; empty where none are known. */
    Map<String, String> subjectNames(String code);

    /** The subject that a subject is part of; empty for a top-level or unknown one. */
    Optional<String> broaderSubject(String code);

    /** Identifies the names and rules that articles are read with. */
    String ruleSetVersion();

    /** What the setting {@code demonyms} says: none, shown or counted. */
    String demonyms();

    /** Which Khabar this is. */
    String version();
}
