/** Tests of the embedded broker, through ordinary Kafka clients. */
@NullMarked
package khabar.broker;

import org.jspecify.annotations.NullMarked;
