package khabar.language.normalize;

import khabar.language.halfspace.HalfSpaces;
import khabar.language.script.LanguageDetector;
import khabar.language.script.Tally;

/** Brings a text into its display form and its match key. Immutable and safe for many threads. */
public final class Normalizer {
    private static final int[] NONE = new int[0];

    private final Profile profile;
    private final LanguageDetector detector = new LanguageDetector();
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
        return normalize(original, new Tally());
    }

    /** The same; the given tally, which must be new, counts what in the original speaks for which language. */
    public NormalizedText normalize(String original, Tally tally) {
        char[] source = original.toCharArray();
        tally.read(source, source.length);
        if (profile == Profile.SEARCH_KEY) {
            return searchKey(original);
        }
        boolean persian = tally.isPersian();
        NormalizedText normalized = normalize(original, source, persian);
        // Joined words could have been the ones that spoke for Persian: then it was not enough to go by.
        if (persian && !detector.isPersian(normalized.display())) {
            return normalize(original, source, false);
        }
        return normalized;
    }

    /** All forms of the given original in the given language, a BCP 47 tag. */
    public NormalizedText normalize(String original, String language) {
        if (profile == Profile.SEARCH_KEY) {
            return searchKey(original);
        }
        return normalize(original, original.toCharArray(), LanguageDetector.PERSIAN.equals(language));
    }

    private NormalizedText normalize(String original, char[] source, boolean persian) {
        Cleaner cleaner = new Cleaner(source, DisplayFolding.tableFor(persian, profile), profile, persian);
        Tape cleaned = cleaner.clean();
        OffsetMap toOriginal = cleaned.map();
        Tape key = new KeyFolder(source, source.length).fold();
        NormalizedText.Form display;
        if (persian) {
            int[] guarded = cleaner.guarded();
            new Signs(cleaned, guarded, profile).settle();
            int[] breaks =
                    profile.has(Rule.HALF_SPACES) ? halfSpaces.find(cleaned.chars(), cleaned.length(), guarded) : NONE;
            display = new NormalizedText.Form(new Spacer(cleaned, guarded, breaks, profile).set(), toOriginal);
        } else {
            display = new NormalizedText.Form(cleaned);
        }
        return new NormalizedText(original, display, new NormalizedText.Form(key));
    }

    private static NormalizedText searchKey(String original) {
        NormalizedText.Form key =
                new NormalizedText.Form(new KeyFolder(original.toCharArray(), original.length()).fold());
        return new NormalizedText(original, key, key);
    }
}
