/**
 * Names from large public files. A file of Wikidata, GeoNames, OpenSanctions or a table flows in; a
 * gazetteer file that people can read and change flows out. Start at
 * {@link khabar.cli.imports.ImportCommand}.
 */
@NullMarked
package khabar.cli.imports;

import org.jspecify.annotations.NullMarked;
