package khabar.language.english;

/**
 * A name that stands for a longer one of the same article: an acronym, a first word, a head such as "Commission".
 *
 * @param place the short name
 * @param full the longer one
 * @param confidence how sure this is, from 0 to 1
 */
public record ShortForm(Place place, Place full, double confidence) {
    /**
     * Words of a text.
     *
     * @param text index of the text
     * @param first first word
     * @param last last word
     */
    public record Place(int text, int first, int last) {}
}
