/**
 * The check of every record. Where the audit compares the newest values, this reads the feed and each
 * output topic from the first record to the last: panes without gap or repeat, revisions as the law
 * lets them follow each other, counts that the feed can have had at that moment. Start at {@link
 * khabar.audit.records.RecordAudit}, which reads, or {@link khabar.audit.records.RecordChecks}, which checks.
 */
@NullMarked
package khabar.audit.records;

import org.jspecify.annotations.NullMarked;
