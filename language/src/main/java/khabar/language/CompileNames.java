package khabar.language;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import khabar.language.entity.Demonyms;
import khabar.language.match.Clitics;
import khabar.language.normalize.Normalizer;
import khabar.language.normalize.Profile;

/** Compiles the shipped names when the module is built, beside the classes. */
final class CompileNames {
    private CompileNames() {}

    /** The folder of the classes is the only argument. */
    public static void main(String[] args) throws IOException {
        for (Demonyms demonyms : new Demonyms[] {Demonyms.NONE, Demonyms.COUNTED}) {
            File file = new File(new File(args[0], "khabar/language"), Names.file(demonyms));
            try (OutputStream out = new FileOutputStream(file)) {
                out.write(fromText(demonyms).compile());
            }
        }
    }

    /** The names as their files have them. */
    static Names fromText(Demonyms demonyms) {
        Normalizer keys = new Normalizer(Profile.SEARCH_KEY);
        Clitics clitics = Clitics.parse(new Resources().lines("match/clitics.txt"), keys);
        return Names.fromText(keys, clitics, demonyms, reader -> {});
    }
}
