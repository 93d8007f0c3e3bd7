package khabar.language.halfspace;

/** The words of the Persian dictionary that half-spaces are restored with. Safe for many threads. */
public final class OrdinaryWords {
    private final Lexicon lexicon = LexiconFile.shipped();

    /** Whether the dictionary has the word, written without half-spaces in Persian letters. */
    public boolean contains(String word) {
        int flags = lexicon.flags(lexicon.find(Lexicon.hash(word)));
        return (flags & (Lexicon.VERBAL | Lexicon.PARTICIPLE | Lexicon.COMPARABLE | Lexicon.FUNCTION)) != 0;
    }
}
