package khabar.language.normalize;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A named choice of rules.
 *
 * @param name its name in options and documents
 * @param rules what it puts right beside the repairs that are always made: presentation forms, odd
 *     spaces, stray half-spaces, invisible controls and lone surrogates
 */
public record Profile(String name, Set<Rule> rules) {
    /** For reading: every rule. */
    public static final Profile DISPLAY = new Profile("display", EnumSet.allOf(Rule.class));
    /** The repairs that nobody can object to: nothing that an editor may have meant. */
    public static final Profile MINIMAL = new Profile("minimal", EnumSet.of(Rule.LETTERS, Rule.DIGITS, Rule.KASHIDA));
    /** For searching: the display form is the match key. */
    public static final Profile SEARCH_KEY = new Profile("search-key", EnumSet.noneOf(Rule.class));

    public Profile {
        rules = Collections.unmodifiableSet(rules);
    }

    /** The same rules without one. */
    public Profile without(Rule rule) {
        EnumSet<Rule> rest = EnumSet.allOf(Rule.class);
        rest.retainAll(rules);
        rest.remove(rule);
        return new Profile(name + "-without-" + rule, rest);
    }

    boolean has(Rule rule) {
        return rules.contains(rule);
    }
}
