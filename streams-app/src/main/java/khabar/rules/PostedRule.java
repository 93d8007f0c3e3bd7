package khabar.rules;

import java.util.Optional;
import khabar.schemas.Rule;
import khabar.topics.Topics;
import khabar.topics.registry.RegistryException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * The newest record of news.rules under one id.
 *
 * @param ruleId its key
 * @param offset where it stands
 * @param rule its value; null where that is no rule
 * @param bytes the value as it came
 * @param unreadable why it is no rule; empty where it is one
 */
@SuppressWarnings("ArrayRecordComponent") // is passed on, never compared
public record PostedRule(
        String ruleId, long offset, @Nullable Rule rule, byte[] bytes, String unreadable) {

    /** Reads a record; throws only where the schema registry does not answer. */
    public static PostedRule read(String ruleId, long offset, byte[] bytes, Deserializer<Rule> values) {
        try {
            return new PostedRule(ruleId, offset, values.deserialize(Topics.RULES.name(), bytes), bytes, "");
        } catch (SerializationException unreadable) {
            if (RegistryException.isBehind(unreadable)) {
                throw unreadable;
            }
            return new PostedRule(ruleId, offset, null, bytes, String.valueOf(unreadable.getMessage()));
        }
    }

    /** The rule where its form is right; what it says may still be wrong. */
    public Optional<Rule> wellFormed() {
        return Optional.ofNullable(rule)
                .filter(one -> RuleForm.fault(ruleId, one).isEmpty());
    }

    /** What is wrong with its form; empty where it is right. */
    public Optional<String> formFault() {
        return rule == null ? Optional.of(unreadable) : RuleForm.fault(ruleId, rule);
    }
}
