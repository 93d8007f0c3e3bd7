package khabar.feed.redrive;

import java.util.Map;

/**
 * What a run did.
 *
 * @param sent records that were sent, or would be
 * @param before records that an earlier run has sent
 * @param cameBack records that were sent before, failed again and were left alone
 * @param stuck records that cannot be sent, by the reason for that
 */
public record Redriven(long sent, long before, long cameBack, Map<String, Long> stuck) {}
