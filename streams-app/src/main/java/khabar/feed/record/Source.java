package khabar.feed.record;

import java.io.InputStream;

/**
 * A stream of one format with the name under which its records are known.
 *
 * @param file the file as it was named to the replay; - for standard input
 * @param label path of the file below what was named to the replay, or of the entry within its archive; names
 *     articles that have no other name
 * @param bytes the content, decompressed
 * @param recordMaxBytes records with more bytes are refused
 * @param deepest records whose objects, lists or elements are nested deeper are refused
 */
public record Source(String file, String label, InputStream bytes, int recordMaxBytes, int deepest) {}
