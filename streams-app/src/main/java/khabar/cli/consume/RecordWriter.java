package khabar.cli.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.List;
import khabar.cli.consume.ValueReader.Decoded;
import khabar.cli.consume.ValueReader.Json;
import khabar.cli.consume.ValueReader.Original;
import khabar.cli.consume.ValueReader.Undecodable;
import khabar.cli.consume.ValueReader.Value;
import khabar.topics.AvroJson;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Writes records as JSON objects, one a line unless people are to read them. */
public final class RecordWriter implements AutoCloseable {
    private static final String ERRORS = "__streams.errors.";
    private static final int BUFFER = 1 << 16;

    private static final Separators SEPARATORS = DefaultPrettyPrinter.DEFAULT_SEPARATORS
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    private final PrintStream out;
    private final OutputStream buffer;
    private final Extras extras;
    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonFactory factory = mapper.getFactory();

    /**
     * What is written besides key and value.
     *
     * @param position partition, offset and time of arrival
     * @param headers the headers
     * @param pretty line breaks and indentation
     */
    public record Extras(boolean position, boolean headers, boolean pretty) {}

    /** Writes to the given stream, which stays the caller's. */
    public RecordWriter(PrintStream out, Extras extras) {
        this.out = out;
        this.buffer = new BufferedOutputStream(out, BUFFER);
        this.extras = extras;
    }

    /** Writes one record; the key is text, or base64 where it is not UTF-8. */
    public void write(ConsumerRecord<byte[], byte[]> record, Value value) throws IOException {
        JsonGenerator json = factory.createGenerator(buffer, JsonEncoding.UTF8);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        if (extras.pretty()) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
        }
        json.writeStartObject();
        if (extras.position()) {
            json.writeNumberField("partition", record.partition());
            json.writeNumberField("offset", record.offset());
            json.writeStringField(
                    "timestamp", Instant.ofEpochMilli(record.timestamp()).toString());
        }
        writeText(json, "key", record.key());
        if (value instanceof Original) {
            writeFailure(json, record.headers());
        }
        if (extras.headers() || value instanceof Original) {
            json.writeObjectFieldStart("headers");
            for (Header header : record.headers()) {
                if (extras.headers() || !header.key().equals(ERRORS + "stacktrace")) {
                    writeText(json, header.key(), header.value());
                }
            }
            json.writeEndObject();
        }
        writeValue(json, value);
        json.writeEndObject();
        json.close();
        buffer.write('\n');
    }

    /** Sends on what was written; answers whether somebody still listens. */
    public boolean flush() throws IOException {
        buffer.flush();
        return !out.checkError();
    }

    @Override
    public void close() throws IOException {
        buffer.flush();
    }

    /** Where a dead letter failed, and how. */
    private static void writeFailure(JsonGenerator json, Headers headers) throws IOException {
        json.writeObjectFieldStart("failed");
        for (String part : List.of("topic", "partition", "offset", "exception", "message")) {
            Header header = headers.lastHeader(ERRORS + part);
            if (header != null) {
                writeText(json, part, header.value());
            }
        }
        json.writeEndObject();
    }

    private void writeValue(JsonGenerator json, Value value) throws IOException {
        if (value instanceof Undecodable undecodable) {
            json.writeStringField("undecodable", undecodable.reason());
            json.writeBinaryField("value", undecodable.bytes());
            return;
        }
        if (value instanceof Original original && original.decoded().isPresent()) {
            GenericRecord known = original.decoded().get();
            json.writeFieldName("decoded");
            AvroJson.write(json, known.getSchema(), known);
        }
        json.writeFieldName("value");
        if (value instanceof Decoded decoded && decoded.value() != null) {
            GenericRecord known = decoded.value();
            AvroJson.write(json, known.getSchema(), known);
        } else if (value instanceof Json text) {
            mapper.writeTree(json, mapper.readTree(text.text()));
        } else if (value instanceof Original original && original.bytes() != null) {
            json.writeBinary(original.bytes());
        } else {
            json.writeNull();
        }
    }

    private static void writeText(JsonGenerator json, String name, byte @Nullable [] bytes) throws IOException {
        json.writeFieldName(name);
        if (bytes == null) {
            json.writeNull();
            return;
        }
        try {
            json.writeString(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException binary) {
            json.writeBinary(bytes);
        }
    }
}
