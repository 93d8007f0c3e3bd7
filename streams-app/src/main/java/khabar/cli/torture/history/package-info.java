/** Made-up feeds: a seed flows in, JSON Lines flow out. Start at {@link khabar.cli.torture.history.History}. */
@NullMarked
package khabar.cli.torture.history;

import org.jspecify.annotations.NullMarked;
