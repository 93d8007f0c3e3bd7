package khabar.language.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormalizerPropertyTest {
    private static final int TRIES = Integer.getInteger("khabar.property.tries", 100_000);
    private static final long SEED = Long.getLong("khabar.property.seed", 20_261_123L);

    private final Normalizer normalizer = new Normalizer();

    @Test
    void normalizingTheDisplayFormAgainChangesNothing() {
        assertThat(RandomTexts.failures(SEED, TRIES, text -> {
                    String once = normalizer.normalize(text).display();
                    return normalizer.normalize(once).display().equals(once);
                }))
                .isEmpty();
    }

    @Test
    void everyProfileIsIdempotentForPersian() {
        for (Profile profile : new Profile[] {Profile.DISPLAY, Profile.MINIMAL, Profile.SEARCH_KEY}) {
            Normalizer under = new Normalizer(profile);
            assertThat(RandomTexts.failures(SEED + 1, TRIES, text -> {
                        String once = under.normalize(text, "fa").display();
                        return under.normalize(once, "fa").display().equals(once);
                    }))
                    .as(profile.name())
                    .isEmpty();
        }
    }

    @Test
    void restoringHalfSpacesAgainChangesNothing() {
        assertThat(RandomTexts.failures(SEED + 7, TRIES, RandomTexts::persian, text -> {
                    String once = normalizer.normalize(text, "fa").display();
                    return normalizer.normalize(once, "fa").display().equals(once);
                }))
                .isEmpty();
    }

    @Test
    void restoringHalfSpacesChangesNothingButSpaces() {
        Normalizer without = new Normalizer(Profile.DISPLAY.without(Rule.HALF_SPACES));
        assertThat(RandomTexts.failures(SEED + 8, TRIES, RandomTexts::persian, text -> {
                    String restored = normalizer.normalize(text, "fa").display();
                    return withoutSpaces(restored)
                            .equals(withoutSpaces(without.normalize(text, "fa").display()));
                }))
                .isEmpty();
    }

    private static String withoutSpaces(String text) {
        return text.replace(" ", "").replace("\u200c", "");
    }

    @Test
    void theKeyOfAKeyIsThatKey() {
        assertThat(RandomTexts.failures(SEED + 2, TRIES, text -> {
                    String once = normalizer.normalize(text).key();
                    return normalizer.normalize(once).key().equals(once);
                }))
                .isEmpty();
    }

    @Test
    void theKeyIsTheSameWhetherADisplayFormIsWrittenWithItOrNot() {
        Normalizer keyOnly = new Normalizer(Profile.SEARCH_KEY);
        assertThat(RandomTexts.failures(SEED + 9, TRIES, text -> {
                    NormalizedText both = normalizer.normalize(text);
                    NormalizedText alone = keyOnly.normalize(text);
                    boolean same = both.key().equals(alone.key());
                    for (int i = 0; same && i < alone.key().length(); i++) {
                        same = both.originalStart(i) == alone.originalStart(i)
                                && both.originalEnd(i) == alone.originalEnd(i);
                    }
                    return same;
                }))
                .isEmpty();
    }

    @Test
    void offsetsRiseAndStayWithinTheOriginal() {
        assertThat(RandomTexts.failures(
                        SEED + 3,
                        TRIES,
                        text -> keyOffsetsRise(normalizer.normalize(text))
                                && displayOffsetsRise(normalizer.normalize(text))))
                .isEmpty();
    }

    @Test
    void whatAKeyCharacterComesFromHasThatKey() {
        assertThat(RandomTexts.failures(SEED + 4, TRIES, this::originsHaveTheirKey))
                .isEmpty();
    }

    @Test
    void offsetsLeadThereAndBack() {
        assertThat(RandomTexts.failures(SEED + 5, TRIES, text -> {
                    NormalizedText n = normalizer.normalize(text);
                    for (int k = 0; k < n.key().length(); k++) {
                        int back = n.keyIndex(n.originalStart(k));
                        if (n.originalStart(back) != n.originalStart(k) || back > k) {
                            return false;
                        }
                    }
                    return n.keyIndex(text.length()) == n.key().length()
                            && n.displayIndex(text.length()) == n.display().length();
                }))
                .isEmpty();
    }

    @Test
    void noFormHasALoneSurrogateOrAnInvisibleControl() {
        assertThat(RandomTexts.failures(SEED + 6, TRIES, text -> {
                    NormalizedText n = normalizer.normalize(text);
                    return isClean(n.display()) && isClean(n.key());
                }))
                .isEmpty();
    }

    private static boolean keyOffsetsRise(NormalizedText n) {
        int start = 0;
        int end = 0;
        for (int k = 0; k < n.key().length(); k++) {
            boolean same = n.originalStart(k) == start && n.originalEnd(k) == end;
            if (!same && n.originalStart(k) < end || n.originalEnd(k) <= n.originalStart(k)) {
                return false;
            }
            start = n.originalStart(k);
            end = n.originalEnd(k);
        }
        return end <= n.original().length();
    }

    private static boolean displayOffsetsRise(NormalizedText n) {
        int start = 0;
        int end = 0;
        for (int d = 0; d < n.display().length(); d++) {
            boolean same = n.originalStartOfDisplay(d) == start && n.originalEndOfDisplay(d) == end;
            if (!same && n.originalStartOfDisplay(d) < end || n.originalEndOfDisplay(d) < n.originalStartOfDisplay(d)) {
                return false;
            }
            start = n.originalStartOfDisplay(d);
            end = n.originalEndOfDisplay(d);
        }
        return end <= n.original().length();
    }

    private boolean originsHaveTheirKey(String text) {
        NormalizedText n = normalizer.normalize(text);
        for (int k = 0; k < n.key().length(); ) {
            int last = k;
            while (last + 1 < n.key().length() && n.originalStart(last + 1) == n.originalStart(k)) {
                last++;
            }
            String origin = text.substring(n.originalStart(k), n.originalEnd(k));
            if (!normalizer.normalize(origin).key().equals(n.key().substring(k, last + 1))) {
                return false;
            }
            k = last + 1;
        }
        return true;
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)
                    || (Character.isISOControl(c) && c != '\n')
                    || c == '\ufeff'
                    || c == '\u200f') {
                return false;
            }
        }
        return true;
    }
}
