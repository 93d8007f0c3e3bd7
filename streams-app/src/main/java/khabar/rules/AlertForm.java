package khabar.rules;

/** Tells whether the body of an ALERT rule can be used. */
public interface AlertForm {
    /** Takes any body: for who has no alerts. */
    AlertForm ANY = (ruleId, body) -> {};

    /** Throws {@link IllegalArgumentException} with what was found and what was expected where it cannot. */
    void check(String ruleId, String body);
}
