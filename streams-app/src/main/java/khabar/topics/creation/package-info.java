/**
 * The topics on a broker. The plan of {@link khabar.topics.Topics} and a few options flow in; missing
 * topics are created and a {@link khabar.topics.creation.TopicState} of each flows out. Start at
 * {@link khabar.topics.creation.TopicCreator}.
 */
@NullMarked
package khabar.topics.creation;

import org.jspecify.annotations.NullMarked;
