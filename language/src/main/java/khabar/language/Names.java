package khabar.language;

import java.util.List;
import java.util.function.Consumer;
import khabar.language.compiled.ArrayReader;
import khabar.language.compiled.ArrayWriter;
import khabar.language.entity.Demonyms;
import khabar.language.entity.Gazetteer;
import khabar.language.entity.GazetteerReader;
import khabar.language.match.Clitics;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.Normalizer;
import khabar.language.rule.RuleFile;
import org.jspecify.annotations.Nullable;

/**
 * The shipped names, ready to be matched. The build compiles them beside the classes, which takes a core that adds no names
 * of its own less than a tenth of the time that reading them does.
 *
 * @param words their words, to which further ones may be added
 * @param version identifies the files that they come from
 */
record Names(Vocabulary words, Gazetteer gazetteer, String version) {
    private static final String FOLDER = "entity/";
    private static final String INDEX = "files.txt";
    private static final String DEMONYMS = "demonyms.gaz";

    /** Where the names are that the build has compiled. */
    static String file(Demonyms demonyms) {
        return FOLDER + (demonyms == Demonyms.NONE ? "names.bin" : "names-and-demonyms.bin");
    }

    /** The compiled names, or null where nothing was compiled. */
    static @Nullable Names compiled(Clitics clitics, Demonyms demonyms) {
        byte[] file = Resources.bytes(file(demonyms));
        if (file == null) {
            return null;
        }
        ArrayReader in = new ArrayReader(file);
        String version = in.text();
        Vocabulary words = new Vocabulary(clitics, in);
        return new Names(words, Gazetteer.read(in, words, demonyms == Demonyms.COUNTED), version);
    }

    /** What {@link #compiled} reads. */
    byte[] compile() {
        ArrayWriter out = new ArrayWriter().text(version);
        words.write(out);
        gazetteer.write(out);
        return out.written();
    }

    /**
     * The names as their files have them.
     *
     * @param further gives more files to the reader, once it has read those
     */
    static Names fromText(Normalizer keys, Clitics clitics, Demonyms demonyms, Consumer<GazetteerReader> further) {
        Resources resources = new Resources();
        List<RuleFile> files = resources.listed(FOLDER, INDEX);
        if (demonyms != Demonyms.NONE) {
            files.add(new RuleFile(DEMONYMS, resources.lines(FOLDER + DEMONYMS)));
        }
        Vocabulary words = new Vocabulary(clitics);
        GazetteerReader reader = new GazetteerReader(keys, words, demonyms);
        files.forEach(file -> file.read(reader::read, RuleFile::refuse));
        further.accept(reader);
        return new Names(words, reader.gazetteer(), resources.version());
    }
}
