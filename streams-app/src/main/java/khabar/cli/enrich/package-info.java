/**
 * The text core as a filter, without Kafka. Texts or records of a corpus flow in; what was found in each
 * flows out as one JSON object, with the field names of {@code news.enriched}. Start at {@link
 * khabar.cli.enrich.Filter}.
 */
@NullMarked
package khabar.cli.enrich;

import org.jspecify.annotations.NullMarked;
