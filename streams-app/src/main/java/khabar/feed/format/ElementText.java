package khabar.feed.format;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Entities;

/** The text inside of an element; tags inside of it are kept as HTML, for {@link khabar.feed.text.HtmlText}. */
final class ElementText {
    private ElementText() {}

    /**
     * Reads to the end of the element; holds little more than the given number of characters.
     *
     * @param markup whether the content is XHTML, in which a character that looks like markup is none
     */
    static String read(XMLStreamReader xml, int most, boolean markup) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            boolean room = text.length() <= most;
            if (event == XMLStreamReader.START_ELEMENT) {
                depth++;
                append(text, room, "<" + xml.getLocalName() + ">");
            } else if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
                append(text, room && depth > 0, "</" + xml.getLocalName() + ">");
            } else if (event == XMLStreamReader.ENTITY_REFERENCE) {
                append(text, room, FeedItem.entity(xml.getLocalName()));
            } else if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) {
                append(text, room, markup ? Entities.escape(xml.getText()) : xml.getText());
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, boolean room, String more) {
        if (room) {
            text.append(more);
        }
    }
}
