/**
 * The forms in which entities and their names are published. Text flows in,
 * {@link khabar.cli.imports.source.Imported} entities flow out one by one. Start at
 * {@link khabar.cli.imports.source.EntitySource}.
 */
@NullMarked
package khabar.cli.imports.source;

import org.jspecify.annotations.NullMarked;
