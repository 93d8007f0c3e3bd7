package khabar.topology.trend;

import java.time.Instant;

/**
 * Where an entity stands in a window.
 *
 * @param observed distinct articles, without near-duplicates
 * @param expected how many its past lets expect
 * @param score how far the two are apart
 * @param since start of the first window that the expectation rests on
 */
public record Standing(long observed, double expected, double score, Instant since) {}
