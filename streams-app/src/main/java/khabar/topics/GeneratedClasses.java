package khabar.topics;

import khabar.schemas.Article;
import org.apache.avro.util.ClassSecurityValidator;

/** Tells Avro, once in a process, that the classes generated from our schemas are harmless to make. */
public final class GeneratedClasses {
    private static final String PACKAGE = Article.class.getPackageName();

    static {
        // Avro makes objects of named classes only where it is told that they are harmless; ours are generated.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().startsWith(PACKAGE)));
    }

    private GeneratedClasses() {}

    /** Does it, unless it was done before. */
    public static void trust() {
        // Loading this class is what does it.
    }
}
