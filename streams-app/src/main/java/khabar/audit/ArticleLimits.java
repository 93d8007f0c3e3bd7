package khabar.audit;

/**
 * What one article may have at most, besides its text.
 *
 * @param fieldBytes UTF-8 bytes of the key and of each field that is no text
 * @param headers number of headers
 * @param headerBytes bytes of their names and values
 * @param mentions mentions that count
 * @param subjects subjects
 */
public record ArticleLimits(int fieldBytes, int headers, int headerBytes, int mentions, int subjects) {}
