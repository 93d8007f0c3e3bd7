package khabar.topics;

import khabar.schemas.Article;
import org.apache.avro.SystemLimitException;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro, once in a process, that the classes generated from our schemas are harmless to make, and how
 * much it may set aside for what a value only says that it has: a few bytes can promise two gigabytes.
 */
public final class GeneratedClasses {
    private static final String PACKAGE = Article.class.getPackageName();

    /** More than any of our values has: an article has at most 4 MiB of text, a record of a corpus at most 16 MiB. */
    private static final String MOST_BYTES = Integer.toString(16 << 20);

    private static final String MOST_ITEMS = Integer.toString(1 << 20);

    static {
        // Avro reads them once, with its first value. Whoever has set them knows better.
        limit(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, MOST_BYTES);
        limit(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, MOST_BYTES);
        limit(SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY, MOST_ITEMS);
        // Avro makes objects of named classes only where it is told that they are harmless; ours are generated.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().startsWith(PACKAGE)));
    }

    private GeneratedClasses() {}

    private static void limit(String property, String most) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, most);
        }
    }

    /** Does it, unless it was done before. */
    public static void trust() {
        // Loading this class is what does it.
    }
}
