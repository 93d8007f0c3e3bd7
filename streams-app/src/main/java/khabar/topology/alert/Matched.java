package khabar.topology.alert;

import java.util.List;
import khabar.schemas.SubjectEvidence;

/**
 * A rule that an article meets.
 *
 * @param rule the rule
 * @param evidence what in the text met it, in the order of the text
 */
record Matched(AlertRule rule, List<SubjectEvidence> evidence) {}
