/**
 * Records of any of our topics, for reading. Bytes from a topic flow in; filtered, decoded values flow
 * out as JSON. Start at {@link khabar.cli.consume.TopicTail}.
 */
@NullMarked
package khabar.cli.consume;

import org.jspecify.annotations.NullMarked;
