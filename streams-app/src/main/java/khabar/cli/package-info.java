/**
 * The commands. Arguments flow in; results flow out on standard output, everything else on standard
 * error, and an exit code: 0 done, 1 failed, 2 asked in a wrong way. This package wires everything and
 * nobody uses it. Start at {@link khabar.cli.Main}.
 */
@NullMarked
package khabar.cli;

import org.jspecify.annotations.NullMarked;
