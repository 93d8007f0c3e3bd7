/** What is asked for and what is answered, where the topics have no word for it. */
@NullMarked
package khabar.query.values;

import org.jspecify.annotations.NullMarked;
