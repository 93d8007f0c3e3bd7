package khabar.language.subject;

import java.util.Map;

/**
 * A subject that the rules know.
 *
 * @param code IPTC Media Topics code such as {@code medtop:16000000}
 * @param parent index of the broader subject, or {@link #NO_PARENT}
 * @param names name by BCP 47 tag
 */
record Subject(String code, int parent, Map<String, String> names) {
    /** Parent of a top-level subject. */
    static final int NO_PARENT = -1;
}
