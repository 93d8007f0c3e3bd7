package khabar.feed.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of HTML: block elements and line breaks become line feeds, markup goes, U+200C stays. */
public final class HtmlText {
    private HtmlText() {}

    /** The text; what has neither a tag nor an entity comes back as it is. */
    public static String of(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        StringBuilder text = new StringBuilder(html.length());
        Element body = Jsoup.parseBodyFragment(html).body();
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    appendWords(text, words.getWholeText());
                } else if (isBreak(node)) {
                    breakLine(text);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && element.isBlock()) {
                    breakLine(text);
                }
            }
        });
        return trimmed(text);
    }

    private static boolean isBreak(Node node) {
        return node instanceof Element element && (element.isBlock() || element.nameIs("br"));
    }

    private static void appendWords(StringBuilder text, String words) {
        for (int at = 0; at < words.length(); at++) {
            char unit = words.charAt(at);
            if (!Character.isWhitespace(unit)) {
                text.append(unit);
            } else if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                text.append(' ');
            }
        }
    }

    private static void breakLine(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private static String trimmed(StringBuilder text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\n')) {
            end--;
        }
        return text.substring(0, end);
    }
}
