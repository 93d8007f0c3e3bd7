/**
 * The HTTP API. Checked parameters and answers of {@link khabar.query} flow in; JSON flows out. Start
 * at {@link khabar.web.api.Api}; the form of every value stands in {@link khabar.web.api.JsonForms}.
 */
@NullMarked
package khabar.web.api;

import org.jspecify.annotations.NullMarked;
