/**
 * Records that are sent through again. What is read from a topic flows in; copies whose headers say that
 * they come again flow out. Start at {@link khabar.topics.again.SentAgain}.
 */
@NullMarked
package khabar.topics.again;

import org.jspecify.annotations.NullMarked;
