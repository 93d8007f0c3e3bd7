/** What the local stores of an instance may take: RocksDB's options flow through here on their way to each store. */
@NullMarked
package khabar.app.stores;

import org.jspecify.annotations.NullMarked;
