package khabar.feed.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import khabar.feed.record.Bytes;
import khabar.feed.record.RawRecord;
import khabar.feed.record.Reading;
import khabar.feed.record.Reading.Refusal;
import khabar.feed.record.RecordSink;
import khabar.feed.record.Source;
import khabar.schemas.RejectReason;

/**
 * RSS 2.0 (and 0.9x, 1.0) and Atom 1.0. Document types and external entities are off; HTML becomes text.
 * XML that is broken ends the file: what stood before is kept, the rest is one refusal.
 */
public final class XmlFeed implements RecordReader {
    private static final String DEPTH = "jdk.xml.maxElementDepth";
    /** How the parser of the JDK says that its limit of depth was met. */
    private static final String TOO_DEEP = "JAXP00010006";

    @Override
    public boolean read(Source source, RecordSink sink) throws IOException {
        Reader text = XmlText.reader(source.bytes(), source.recordMaxBytes());
        FeedItem channel = FeedItem.channel(source.recordMaxBytes());
        long line = 1;
        try {
            XMLStreamReader xml = factory(source.deepest()).createXMLStreamReader(text);
            while (toNextItem(xml, channel)) {
                line = xml.getLocation().getLineNumber();
                FeedItem item = new FeedItem(source.recordMaxBytes(), channel);
                readItem(xml, item);
                if (!sink.accept(toRecord(item, line))) {
                    return false;
                }
            }
            return true;
        } catch (XMLStreamException malformed) {
            if (malformed.getNestedException() instanceof IOException broken) {
                throw broken;
            }
            long wrong = malformed.getLocation() == null
                    ? line
                    : malformed.getLocation().getLineNumber();
            return sink.accept(
                    RawRecord.refused(Math.max(line, wrong), Bytes.NONE, -1, broken(malformed, source.deepest())));
        }
    }

    /** Moves to the start of the next item; what stands before it belongs to the channel. */
    private static boolean toNextItem(XMLStreamReader xml, FeedItem channel) throws XMLStreamException {
        try {
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                String name = xml.getLocalName();
                if ("item".equals(name) || "entry".equals(name)) {
                    return true;
                }
                if (FeedItem.isContainer(name)) {
                    channel.language(xml);
                } else {
                    channel.readElement(xml);
                }
            }
            return false;
        } catch (RuntimeException malformed) {
            throw new XMLStreamException(malformed);
        }
    }

    private static void readItem(XMLStreamReader xml, FeedItem item) throws XMLStreamException {
        try {
            item.read(xml);
        } catch (RuntimeException malformed) {
            // The parser of the JDK answers some malformed input so.
            throw new XMLStreamException(malformed);
        }
    }

    private static RawRecord toRecord(FeedItem item, long line) {
        Refusal refusal = item.refusal();
        if (refusal != null) {
            return RawRecord.refused(line, item.original(), -1, refusal);
        }
        ObjectNode node = item.node();
        return new RawRecord(line, item.original(), item.size(), () -> new Reading.Fields(node));
    }

    private static Refusal broken(Exception malformed, int deepest) {
        String message = String.valueOf(malformed.getMessage()).replaceAll("\\s+", " ");
        if (message.contains(TOO_DEEP)) {
            return new Refusal(
                    RejectReason.TOO_DEEP,
                    "depth: more than " + deepest + " (expected: at most that, record.max.depth)");
        }
        return new Refusal(RejectReason.BROKEN_RECORD, "feed: " + message + " (expected: well-formed RSS or Atom)");
    }

    private static XMLInputFactory factory(int deepest) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(DEPTH, Integer.toString(deepest));
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // HTML entities are declared nowhere in feeds and yet used: they arrive as references, see FeedItem.
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
