/**
 * One server for people and programs that look. HTTP requests flow in; JSON, the page and the state of
 * health flow out. Start at {@link khabar.web.WebServer}; what is asked of the stores goes through
 * {@link khabar.query.Questions}.
 */
@NullMarked
package khabar.web;

import org.jspecify.annotations.NullMarked;
