/**
 * How fast the text core is, by JMH: seed articles in, articles per second out. From the top of the checkout:
 *
 * <pre>
 * ./mvnw -q -pl benchmarks -am -DskipTests package
 * java -cp 'benchmarks/target/*:benchmarks/target/lib/*' org.openjdk.jmh.Main -prof gc
 * </pre>
 */
@NullMarked
package khabar.benchmarks;

import org.jspecify.annotations.NullMarked;
