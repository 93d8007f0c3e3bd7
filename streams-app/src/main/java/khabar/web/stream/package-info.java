/**
 * Server-sent events. Events of the output topics flow in; every reader gets those that its filter lets
 * through, each with an id from which any instance goes on. Start at {@link khabar.web.stream.EventStream}.
 */
@NullMarked
package khabar.web.stream;

import org.jspecify.annotations.NullMarked;
