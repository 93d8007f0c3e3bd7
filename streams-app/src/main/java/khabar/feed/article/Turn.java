package khabar.feed.article;

import java.time.Duration;

/**
 * The place of a record in a replay.
 *
 * @param place how many records stood before it in this round
 * @param round how often the corpus is being replayed, from 1
 * @param shift by how much times are moved in this round
 */
public record Turn(long place, int round, Duration shift) {}
