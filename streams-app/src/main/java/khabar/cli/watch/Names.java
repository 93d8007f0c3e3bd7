package khabar.cli.watch;

import java.util.Map;

/** The names of one thing for a line of text: what people of either language look for. */
record Names(String english, String persian) {
    private static final String FA = "fa";
    private static final String EN = "en";

    /** The names, made safe; an id stands for an English name that is not known. */
    static Names of(String id, Map<String, String> names) {
        String english = SafeText.line(names.get(EN));
        return new Names(english.isEmpty() ? SafeText.line(id) : english, SafeText.line(names.get(FA)));
    }
}
