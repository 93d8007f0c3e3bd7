/** The check of alerts: what stands on news.alerts flows in, what cannot stand flows out. */
@NullMarked
package khabar.audit.alert;

import org.jspecify.annotations.NullMarked;
