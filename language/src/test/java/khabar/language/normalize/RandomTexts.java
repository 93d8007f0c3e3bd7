package khabar.language.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/** Seeded texts that are as nasty as text can be, and the smallest part of one that still fails. */
public final class RandomTexts {
    private static final String[] PIECES = {
        " ",
        " ",
        "  ",
        "\n",
        "\t",
        "\u200c",
        "\u200c",
        "\u200d",
        "\u00a0",
        "\u00ad",
        "\u200b",
        "\ufeff",
        "\u200f",
        "\u202b",
        "\u00ac",
        "\u0640",
        "\u0640\u0640",
        "\u064b",
        "\u0651",
        "\u0653",
        "\u0654",
        "\u0655",
        "\u0670",
        "\u0301",
        "\u0306",
        "\r\n",
        "\u2028",
        "ا",
        "آ",
        "أ",
        "إ",
        "ب",
        "ي",
        "ی",
        "ك",
        "ک",
        "ه",
        "ة",
        "ۀ",
        "ھ",
        "ہ",
        "ە",
        "ؤ",
        "ئ",
        "ء",
        "ى",
        "و",
        "ر",
        "م",
        "ﻻ",
        "ﷲ",
        "﷼",
        "ﷺ",
        "ﯽ",
        "ﮐ",
        "ﹰ",
        "ﹱ",
        "ﺀ",
        "٤",
        "۵",
        "6",
        "10.450",
        "F16",
        "12:30",
        "%",
        "٪",
        "٫",
        ".",
        "...",
        "…",
        "..",
        ",",
        "،",
        ";",
        "؛",
        "?",
        "؟",
        "!",
        ":",
        "\"",
        "«",
        "»",
        "“",
        "”",
        "'",
        "(",
        ")",
        "[",
        "]",
        "-",
        "_",
        "http://a.ir/خبر",
        "www.x.ir",
        "a@b.ir",
        "#رسانه_ها",
        "@k",
        "`x`",
        "é",
        "e\u0301",
        "İ",
        "ı",
        "ß",
        "й",
        "A",
        "z",
        "😀",
        "\ud83d",
        "\ude00",
        "𝐀",
        "ǆ",
        "ﬁ",
        "²",
        "中",
        "ش",
        "می",
        "نمی",
        "ها",
        "های",
        "شود",
        "رسانه",
        "گروههای",
        "است",
        "در",
        "و",
        "از",
        "این"
    };

    private static final String[] WORDS = {
        "می", "نمی", "شود", "توانند", "کرده", "شده", "اند", "ام", "ای", "اش", "ها", "های", "هایی", "تر", "ترین",
        "رسانه", "گروه", "بین", "المللی", "آتش", "بس", "گفت", "و", "گو", "به", "ویژه", "حرف", "حرفه", "نام", "نامه",
        "سال", "مهم", "شهر", "کار", "خانه", "ی", "برنامه", "ریزی", "کننده", "از", "که", "را", "این", "است", "راه", "حل",
        "هسته", "بر", "گردد", "دار", "علی", "زاده", "ملی", "تیم", "ضعف", "روز", "یک", "بی", "هم", "آن", "دانش", "آموز",
        "ان", "شان", "مان", "انجام", "در", "باره", "پیش", "بینی", "سرمایه", "گذاری", "گذاران", "نظیر", "آنها", "برخی",
        "پنج", "سه", "شنبه", "نخست", "وزیر", "آهن", "اداره", "کل", "تفاهم", "نژاد", "حسن", "هیچ", "کس", "بازی", "ذخیره",
        "گاه", "آل", "هاشم", "میثاق", "شک", "بخش"
    };
    private static final String[] GLUE = {" ", " ", " ", " ", "", "", "", "\u200c", "\u200c", "، ", ". ", " ،", "\n"};

    private RandomTexts() {}

    /** Persian words and endings, with and without spaces and half-spaces between them. */
    static String persian(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 2 + random.nextInt(8);
        for (int i = 0; i < length; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(GLUE[random.nextInt(GLUE.length)]);
        }
        return text.toString();
    }

    static String mixed(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(14);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(8) == 0) {
                text.append((char) random.nextInt(0x10000));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }

    /** Tries the property on many texts; an answer names the seed and the smallest failing text. */
    public static List<String> failures(long seed, int tries, Predicate<String> holds) {
        return failures(seed, tries, RandomTexts::mixed, holds);
    }

    /** The same for texts of another kind. */
    static List<String> failures(long seed, int tries, Function<Random, String> texts, Predicate<String> holds) {
        Random random = new Random(seed);
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < tries && failures.size() < 5; i++) {
            String text = texts.apply(random);
            if (!holds.test(text)) {
                failures.add("seed " + seed + ": " + escaped(smallest(text, holds)));
            }
        }
        return failures;
    }

    private static String smallest(String text, Predicate<String> holds) {
        for (int size = text.length() / 2; size > 0; size /= 2) {
            for (int at = 0; at + size <= text.length(); at++) {
                String rest = text.substring(0, at) + text.substring(at + size);
                if (!holds.test(rest)) {
                    return smallest(rest, holds);
                }
            }
        }
        return text;
    }

    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            out.append(c > ' ' && c < '\u007f' ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return out + " [" + text + "]";
    }
}
