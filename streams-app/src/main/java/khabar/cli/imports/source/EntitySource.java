package khabar.cli.imports.source;

import java.io.IOException;
import java.util.function.Predicate;

/** Reads entities of one published form. */
public interface EntitySource {
    /**
     * Reads one file.
     *
     * @param sink takes each entity, and says whether it wants more
     */
    void read(Input input, Predicate<Imported> sink) throws IOException;

    /** Gives what could only be known after the last file. */
    default void end(Predicate<Imported> sink) {}
}
