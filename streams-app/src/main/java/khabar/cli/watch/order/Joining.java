package khabar.cli.watch.order;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arabic letters in the forms that they take beside their neighbours, from the blocks of presentation
 * forms: what a terminal shows that draws every letter by itself.
 */
final class Joining {
    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;
    private static final int KASHIDA = 0x0640;
    private static final int LAM = 0x0644;
    private static final Map<String, Forms> FORMS = forms();

    /** Forms by how a letter is joined; 0 where it has none. */
    private static final class Forms {
        private int isolated;
        private int last;
        private int first;
        private int middle;

        private int of(boolean before, boolean after) {
            return before ? (after ? middle : last) : after ? first : isolated;
        }
    }

    private Joining() {}

    /** The text with every letter in its form; joiners have done their work and are gone. */
    static String join(String text) {
        int[] letters = text.codePoints().toArray();
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] == ZWNJ || letters[i] == ZWJ) {
                continue;
            }
            int next = neighbour(letters, i, 1);
            Forms ligature = letters[i] == LAM && next == i + 1 ? FORMS.get(new String(letters, i, 2)) : null;
            Forms own = ligature != null ? ligature : FORMS.get(Character.toString(letters[i]));
            if (own == null) {
                joined.appendCodePoint(letters[i]);
                continue;
            }
            boolean before = reachesOn(letters, neighbour(letters, i, -1));
            boolean after = ligature == null && own.first != 0 && reachesBack(letters, next);
            int form = own.of(before, after);
            joined.appendCodePoint(form == 0 ? letters[i] : form);
            i += ligature == null ? 0 : 1;
        }
        return joined.toString();
    }

    /** Whether the character stands on the one before it. */
    static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** The index of the next character in the given direction that is no mark; -1 where there is none. */
    private static int neighbour(int[] letters, int from, int step) {
        int at = from + step;
        while (at >= 0 && at < letters.length && isMark(letters[at])) {
            at += step;
        }
        return at >= 0 && at < letters.length ? at : -1;
    }

    private static boolean reachesOn(int[] letters, int at) {
        if (at < 0) {
            return false;
        }
        Forms forms = FORMS.get(Character.toString(letters[at]));
        return letters[at] == KASHIDA || letters[at] == ZWJ || (forms != null && forms.first != 0);
    }

    private static boolean reachesBack(int[] letters, int at) {
        if (at < 0) {
            return false;
        }
        Forms forms = FORMS.get(Character.toString(letters[at]));
        return letters[at] == KASHIDA || letters[at] == ZWJ || (forms != null && forms.last != 0);
    }

    /** Read from the names of the characters, as in ARABIC LETTER BEH INITIAL FORM. */
    private static Map<String, Forms> forms() {
        Map<String, Forms> forms = new HashMap<>();
        for (int block : new int[] {0xFB50, 0xFE70}) {
            for (int character = block; character < (block == 0xFB50 ? 0xFC00 : 0xFEFF); character++) {
                add(forms, character, Character.getName(character));
            }
        }
        return forms;
    }

    private static void add(Map<String, Forms> forms, int character, @Nullable String name) {
        String base = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
        boolean letter = base.length() == 1 || (base.length() == 2 && base.charAt(0) == LAM);
        if (name == null || !letter || !name.endsWith(" FORM")) {
            return;
        }
        Forms found = forms.computeIfAbsent(base, any -> new Forms());
        if (name.endsWith("ISOLATED FORM")) {
            found.isolated = character;
        } else if (name.endsWith("FINAL FORM")) {
            found.last = character;
        } else if (name.endsWith("INITIAL FORM")) {
            found.first = character;
        } else if (name.endsWith("MEDIAL FORM")) {
            found.middle = character;
        }
    }
}
