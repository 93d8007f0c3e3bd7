/**
 * What an article is about. Normalized texts flow in; IPTC Media Topics with scores and evidence
 * flow out. Start at {@link khabar.language.subject.SubjectTagger}.
 */
@NullMarked
package khabar.language.subject;

import org.jspecify.annotations.NullMarked;
