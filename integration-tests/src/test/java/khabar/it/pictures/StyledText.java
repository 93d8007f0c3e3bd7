package khabar.it.pictures;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with the escape sequences of terminals for colours and the like, as a page that looks like a terminal. */
final class StyledText {
    private static final Pattern SEQUENCE = Pattern.compile("\\x1B\\[([\\d;]*)m");
    private static final String PAGE = """
            <!doctype html><meta charset="utf-8"><style>
            body { margin: 0; padding: 16px; background: #1e222a; color: #d7dae0; font: 15px/21px "DejaVu Sans Mono", monospace }
            div { white-space: pre; height: 21px; direction: ltr } span { display: inline-block }
            .s1 { font-weight: bold } .s2 { opacity: .6 } .s4 { text-decoration: underline; text-underline-offset: 3px }
            .s7 { background: #d7dae0; color: #1e222a } .s31 { color: #e06c75 } .s32 { color: #98c379 }
            .s33 { color: #e5c07b } .s34 { color: #61afef } .s35 { color: #c678dd } .s36 { color: #56b6c2 }
            </style>""";

    private StyledText() {}

    /** The page; each line is one of its own, from left to right as it came. */
    static String page(String text) {
        StringBuilder page = new StringBuilder(PAGE);
        TreeSet<String> styles = new TreeSet<>();
        for (String line : text.lines().toList()) {
            page.append("<div>");
            Matcher sequence = SEQUENCE.matcher(line);
            int done = 0;
            while (sequence.find()) {
                append(page, line.substring(done, sequence.start()), styles);
                take(styles, sequence.group(1));
                done = sequence.end();
            }
            append(page, line.substring(done), styles);
            page.append("</div>");
        }
        return page.toString();
    }

    private static void append(StringBuilder page, String text, TreeSet<String> styles) {
        if (!text.isEmpty()) {
            String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
            page.append("<span class='s%s'>%s</span>".formatted(String.join(" s", styles), escaped));
        }
    }

    private static void take(TreeSet<String> styles, String codes) {
        for (String code : List.of(codes.split(";", -1))) {
            if (code.isEmpty() || code.equals("0")) {
                styles.clear();
            } else {
                styles.add(code);
            }
        }
    }
}
