package khabar.rules;

import khabar.schemas.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The newest record of news.rules under one id.
 *
 * @param ruleId its key
 * @param offset where it stands
 * @param rule its value; null where that is no rule
 * @param fault why it is none; empty where it is one
 * @param bytes the value as it came
 */
@SuppressWarnings("ArrayRecordComponent") // is passed on, never compared
public record PostedRule(
        String ruleId, long offset, @Nullable Rule rule, String fault, byte[] bytes) {}
