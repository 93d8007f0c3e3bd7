package khabar.cli.enrich;

import java.util.EnumSet;
import java.util.Set;

/** What can be asked of the text core. */
public enum Part {
    /** The texts in the form of the profile. */
    NORMALIZE,
    /** Language and script. */
    LANGUAGE,
    /** Subjects with their evidence. */
    SUBJECTS,
    /** Entities and their mentions. */
    MENTIONS,
    /** Where sentences begin and end. */
    SENTENCES,
    /** Words, numbers and signs with their places. */
    TOKENS;

    /** What is found where nothing else is asked for: what the topology finds. */
    public static Set<Part> usual() {
        return EnumSet.complementOf(EnumSet.of(SENTENCES, TOKENS));
    }
}
