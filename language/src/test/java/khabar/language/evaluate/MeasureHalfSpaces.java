package khabar.language.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prints the half-space score of JSON Lines files with the fields title, lead and body. */
final class MeasureHalfSpaces {
    private static final Pattern FIELD = Pattern.compile("\"(?:title|lead|body)\": ?\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");

    private MeasureHalfSpaces() {}

    /** Arguments: the files; before them perhaps the number of confusions to print. */
    public static void main(String[] arguments) throws IOException {
        int confusions = Integer.getInteger("confusions", 0);
        for (String file : arguments) {
            for (HalfSpaceScore.Defect defect : HalfSpaceScore.Defect.values()) {
                HalfSpaceScore score = new HalfSpaceScore(defect);
                long start = System.nanoTime();
                for (String row : Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)) {
                    score.add(String.join("\n", texts(row)));
                }
                print(file, defect + " house", score.houseScore(), 0);
                print(file, defect.name(), score.score(), (System.nanoTime() - start) / 1_000_000);
                score.score().confusions().stream()
                        .limit(confusions)
                        .forEach(c -> System.out.println(
                                "  " + c.times() + "  " + c.expected().replace('\u200c', '_') + "  "
                                        + c.found().replace('\u200c', '_')));
            }
        }
    }

    private static void print(String file, String measure, Score score, long millis) {
        System.out.println(String.format(
                Locale.ROOT,
                "%s %s precision %.4f recall %.4f F1 %.4f (right %d, wrong %d, missed %d) %d ms",
                Path.of(file).getFileName(),
                measure.toLowerCase(Locale.ROOT),
                score.precision(),
                score.recall(),
                score.f1(),
                score.right(),
                score.wrong(),
                score.missed(),
                millis));
    }

    static List<String> texts(String row) {
        return FIELD.matcher(row)
                .results()
                .map(field -> unescaped(field.group(1)))
                .toList();
    }

    private static String unescaped(String json) {
        Matcher escapes = ESCAPE.matcher(json);
        return escapes.replaceAll(e -> Matcher.quoteReplacement(
                e.group(1) != null
                        ? String.valueOf((char) Integer.parseInt(e.group(1), 16))
                        : switch (e.group(2)) {
                            case "n" -> "\n";
                            case "r" -> "\r";
                            case "t" -> "\t";
                            case "b", "f" -> " ";
                            default -> e.group(2);
                        }));
    }
}
