package khabar.topology.accept;

import khabar.schemas.RejectReason;

/**
 * Why an article is refused.
 *
 * @param reason reason code
 * @param detail what was found and what was expected
 */
public record Refusal(RejectReason reason, String detail) {}
