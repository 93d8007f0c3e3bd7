package khabar.language.normalize;

import khabar.language.halfspace.HalfSpaces;
import khabar.language.script.LanguageDetector;
import khabar.language.script.Tally;

/** Brings a text into its display form and its match key. Immutable and safe for many threads. */
public final class Normalizer {
    private final Profile profile;
    private final HalfSpaces halfSpaces;

    /** For reading: every rule, with the word list that is shipped. */
    public Normalizer() {
        this(Profile.DISPLAY);
    }

    /** With the rules of the given profile. */
    public Normalizer(Profile profile) {
        this.profile = profile;
        this.halfSpaces = HalfSpaces.shipped();
    }

    /** All forms of the given original; whether it is Persian is found out. */
    public NormalizedText normalize(String original) {
        if (profile == Profile.SEARCH_KEY) {
            return searchKey(original);
        }
        Workspace workspace = Workspace.of(original);
        return forms(original, workspace, workspace.readUntilSure());
    }

    /** The same; the given tally, which must be new or cleared, counts what in the original speaks for which language. */
    public NormalizedText normalize(String original, Tally tally) {
        Workspace workspace = Workspace.of(original);
        tally.read(workspace.source(), workspace.length());
        if (profile == Profile.SEARCH_KEY) {
            return searchKey(original);
        }
        return forms(original, workspace, tally);
    }

    private NormalizedText forms(String original, Workspace workspace, Tally tally) {
        boolean persian = tally.isPersian();
        Tape display = display(workspace, persian);
        // Joined words could have been the ones that spoke for Persian: then it was not enough to go by.
        if (persian && !workspace.isPersian(display, tally)) {
            persian = false;
            display = new Cleaner(workspace, profile, false).clean();
        }
        return texts(original, display, persian, workspace);
    }

    /** All forms of the given original in the given language, a BCP 47 tag. */
    public NormalizedText normalize(String original, String language) {
        if (profile == Profile.SEARCH_KEY) {
            return searchKey(original);
        }
        boolean persian = LanguageDetector.PERSIAN.equals(language);
        Workspace workspace = Workspace.of(original);
        return texts(original, display(workspace, persian), persian, workspace);
    }

    /** The display form, of a Persian text with offsets into the cleaned one; writes the key as well. */
    private Tape display(Workspace workspace, boolean persian) {
        Cleaner cleaner = new Cleaner(workspace, profile, persian);
        new Copier(workspace, cleaner, new KeyFolder(workspace)).copy();
        return persian ? persian(workspace, cleaner) : cleaner.tape();
    }

    private Tape persian(Workspace workspace, Cleaner cleaner) {
        Tape cleaned = cleaner.tape();
        int[] guarded = cleaner.guarded();
        if (cleaner.firstSign() < cleaned.length()) {
            new Signs(cleaned, guarded, profile).settle(cleaner.firstSign());
        }
        int[] edits = halfSpaces.find(cleaned.chars(), cleaned.length(), guarded);
        return new Spacer(workspace, guarded, edits, profile).set();
    }

    private static NormalizedText texts(String original, Tape display, boolean persian, Workspace workspace) {
        NormalizedText.Form form =
                persian ? new NormalizedText.Form(display, workspace.cleaned()) : new NormalizedText.Form(display);
        return new NormalizedText(original, form, new NormalizedText.Form(workspace.key()));
    }

    private static NormalizedText searchKey(String original) {
        NormalizedText.Form key = new NormalizedText.Form(new KeyFolder(Workspace.of(original)).fold());
        return new NormalizedText(original, key, key);
    }
}
