/**
 * What a user said, wherever it was said. Flags, environment and configuration file flow in;
 * {@link khabar.settings.Settings} flow out. Start at {@link khabar.cli.flags.CommonOptions}; every
 * option of the program stands in {@link khabar.cli.flags.OptionGroup}.
 */
@NullMarked
package khabar.cli.flags;

import org.jspecify.annotations.NullMarked;
