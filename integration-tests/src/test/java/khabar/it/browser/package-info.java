/**
 * The page in a real Chromium. A {@link khabar.it.browser.Site} is what people run; a
 * {@link khabar.it.browser.Browser} is what they look with. Start at {@link khabar.it.browser.DashboardIT}.
 */
@NullMarked
package khabar.it.browser;

import org.jspecify.annotations.NullMarked;
