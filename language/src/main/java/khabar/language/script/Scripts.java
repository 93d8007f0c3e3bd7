package khabar.language.script;

import java.lang.Character.UnicodeScript;

/** Scripts, their ISO 15924 codes and the language to assume where a script is written by one. */
final class Scripts {
    private Scripts() {}

    static UnicodeScript of(int codePoint) {
        if (codePoint < 0x250) {
            return UnicodeScript.LATIN;
        }
        if (codePoint >= 0x600 && codePoint < 0x700) {
            return UnicodeScript.ARABIC;
        }
        if (codePoint >= 0x400 && codePoint < 0x530) {
            return UnicodeScript.CYRILLIC;
        }
        return UnicodeScript.of(codePoint);
    }

    static String code(UnicodeScript script) {
        return switch (script) {
            case ARABIC -> "Arab";
            case LATIN -> "Latn";
            case CYRILLIC -> "Cyrl";
            case HEBREW -> "Hebr";
            case GREEK -> "Grek";
            case HAN -> "Hani";
            case HIRAGANA, KATAKANA -> "Jpan";
            case HANGUL -> "Hang";
            case ARMENIAN -> "Armn";
            case GEORGIAN -> "Geor";
            case DEVANAGARI -> "Deva";
            case THAI -> "Thai";
            default -> "Zzzz";
        };
    }

    static String language(UnicodeScript script) {
        return switch (script) {
            case HEBREW -> "he";
            case GREEK -> "el";
            case HAN -> "zh";
            case HIRAGANA, KATAKANA -> "ja";
            case HANGUL -> "ko";
            case ARMENIAN -> "hy";
            case GEORGIAN -> "ka";
            case DEVANAGARI -> "hi";
            case THAI -> "th";
            default -> "und";
        };
    }
}
