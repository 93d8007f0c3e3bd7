/**
 * An ordered map of bytes on this machine's disk. Batches flow in; values and ranges flow out. Start at
 * {@link khabar.query.disk.Disk}; what the bytes mean is the business of those who use it.
 */
@NullMarked
package khabar.query.disk;

import org.jspecify.annotations.NullMarked;
