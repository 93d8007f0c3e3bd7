/**
 * Names that no gazetteer knows. The words of a text flow in; stretches that look like the name of a
 * person or a place, by the titles, first names, roles and verbs around them, flow out, and what may be bodies if a
 * known place follows. Start at
 * {@link khabar.language.recognize.Recognizer}.
 */
@NullMarked
package khabar.language.recognize;

import org.jspecify.annotations.NullMarked;
