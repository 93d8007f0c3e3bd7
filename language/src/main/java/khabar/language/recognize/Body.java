package khabar.language.recognize;

/**
 * What may be the name of a body or a building, if the name of a place or of a larger body follows: "the customs of
 * Zanjan".
 *
 * @param first first word
 * @param end the word behind what the body is and is concerned with
 * @param place the word that the name of a place may begin with, if not with the one before: behind "town" or "province"
 * @param kind what it is
 * @param concerned whether it is said what the body is concerned with
 * @param alone whether the words are a name without a place as well
 */
public record Body(int first, int end, int place, UnknownName.Kind kind, boolean concerned, boolean alone) {
    private static final double PLACED = 0.7;
    private static final double CONCERNED = 0.6;

    /** The name up to the given word; sure where a place says which body it is. */
    public UnknownName upTo(int last) {
        return new UnknownName(first, last, kind, last < end ? CONCERNED : PLACED);
    }
}
