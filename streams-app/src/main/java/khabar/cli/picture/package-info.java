/**
 * Pictures of the topology. A description by Kafka Streams flows in, text for a drawing program flows
 * out. Start at {@link khabar.cli.picture.MermaidPicture}.
 */
@NullMarked
package khabar.cli.picture;

import org.jspecify.annotations.NullMarked;
