package khabar.feed.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import khabar.feed.record.Bytes;
import khabar.feed.record.Reading.Refusal;
import khabar.feed.text.HtmlText;
import khabar.schemas.RejectReason;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** One item of RSS or entry of Atom, or the channel around them. */
final class FeedItem {
    private static final Set<String> CONTAINERS = Set.of("rss", "channel", "feed", "RDF");
    private static final Set<String> NAMESPACES = Set.of(
            "",
            "http://www.w3.org/2005/Atom",
            "http://purl.org/rss/1.0/",
            "http://purl.org/rss/1.0/modules/content/",
            "http://purl.org/dc/elements/1.1/",
            "http://purl.org/dc/terms/");

    /** Names of the formats and the names that articles have here. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("guid", "uri"),
            Map.entry("id", "uri"),
            Map.entry("title", "headline"),
            Map.entry("description", "lead"),
            Map.entry("summary", "lead"),
            Map.entry("encoded", "body"),
            Map.entry("content", "body"),
            Map.entry("pubDate", "published"),
            Map.entry("published", "published"),
            Map.entry("issued", "published"),
            Map.entry("date", "date"),
            Map.entry("updated", "updated"),
            Map.entry("modified", "updated"),
            Map.entry("link", "url"),
            Map.entry("language", "language"),
            Map.entry("creator", "creator"),
            Map.entry("author", "author"),
            Map.entry("category", "category"),
            Map.entry("publisher", "source"),
            Map.entry("source", "source"));

    private static final Set<String> HTML = Set.of("headline", "lead", "body");
    private static final Set<String> OF_CHANNEL = Set.of("headline", "language");

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();
    private final int maxBytes;
    private final @Nullable FeedItem channel;
    private boolean undecodable;
    private long size;

    FeedItem(int maxBytes, @Nullable FeedItem channel) {
        this.maxBytes = maxBytes;
        this.channel = channel;
    }

    static FeedItem channel(int maxBytes) {
        return new FeedItem(maxBytes, null);
    }

    static boolean isContainer(String name) {
        return CONTAINERS.contains(name);
    }

    /** Takes xml:lang of the element on which the parser stands. */
    void language(XMLStreamReader xml) {
        String language = xml.getAttributeValue("http://www.w3.org/XML/1998/namespace", "lang");
        if (language != null && !language.isBlank()) {
            node.put("language", language);
        }
    }

    /** Reads from the start of the item to its end. */
    void read(XMLStreamReader xml) throws XMLStreamException {
        String about = xml.getAttributeValue("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "about");
        if (about != null) {
            node.put("uri", about);
        }
        language(xml);
        while (xml.next() != XMLStreamReader.END_ELEMENT) {
            if (xml.isStartElement()) {
                readElement(xml);
            }
        }
    }

    /** Reads one element inside of the item, to its end. */
    void readElement(XMLStreamReader xml) throws XMLStreamException {
        String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        String field = NAMESPACES.contains(namespace) ? FIELDS.get(xml.getLocalName()) : null;
        String type = xml.getAttributeValue(null, "type");
        String href = xml.getAttributeValue(null, "href");
        String relation = xml.getAttributeValue(null, "rel");
        String text = ElementText.read(xml, maxBytes, "xhtml".equals(type));
        size += text.length();
        undecodable |= text.indexOf(XmlText.UNDECODABLE) >= 0;
        if (field == null || relation != null && !"alternate".equals(relation) || size > maxBytes) {
            return;
        }
        String value = href != null && "url".equals(field) ? href : text;
        String plain = HTML.contains(field) && !"text".equals(type) ? HtmlText.of(value) : value.strip();
        if (!plain.isBlank() && !node.has(field)) {
            node.put(field, plain);
        }
    }

    /** Why this is no article, or null where it may be one. */
    @Nullable
    Refusal refusal() {
        if (size > maxBytes) {
            return new Refusal(
                    RejectReason.TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "characters: more than %d (expected: at most %d bytes, record.max.bytes)",
                            maxBytes,
                            maxBytes));
        }
        return undecodable
                ? new Refusal(
                        RejectReason.WRONG_ENCODING, "item: bytes that are no text (expected: the declared encoding)")
                : null;
    }

    /** The fields, with source and language of the channel where the item has none. */
    ObjectNode node() {
        if (channel != null) {
            fromChannel("headline", "source", channel);
            fromChannel("language", "language", channel);
        }
        return node;
    }

    long size() {
        return size;
    }

    /** What was understood of the item: XML is not kept as it was written. */
    Bytes original() {
        return Bytes.owning(node.toString().getBytes(UTF_8));
    }

    private void fromChannel(String theirs, String ours, FeedItem parent) {
        if (!node.has(ours) && parent.node.has(theirs) && OF_CHANNEL.contains(theirs)) {
            node.set(ours, parent.node.get(theirs));
        }
    }

    /** The character that an HTML entity stands for. */
    static String entity(String name) {
        return Parser.unescapeEntities("&" + name + ";", false);
    }
}
