package khabar.feed.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import khabar.schemas.RejectReason;

/** What reading a record came to. */
public sealed interface Reading {
    /**
     * The fields of an article, by the names that its format gives them.
     *
     * @param node names and values
     */
    record Fields(ObjectNode node) implements Reading {}

    /**
     * The record is refused.
     *
     * @param reason reason code
     * @param detail what was found and what was expected
     */
    record Refusal(RejectReason reason, String detail) implements Reading {}
}
