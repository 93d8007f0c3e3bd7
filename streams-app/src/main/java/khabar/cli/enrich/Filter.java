package khabar.cli.enrich;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import khabar.feed.article.FieldMap;
import khabar.feed.article.NamedTexts;
import khabar.feed.corpus.Corpus;
import khabar.feed.corpus.CorpusFile;
import khabar.feed.record.Reading;
import khabar.feed.record.Reading.Refusal;
import khabar.feed.unpack.CorpusReader;
import khabar.feed.unpack.PlacedRecord;
import khabar.feed.unpack.ReadLimits;
import khabar.language.TextCore;

/** Reads documents one after the other, and writes each with what was found in it before the next is read. */
public final class Filter {
    private static final int BUFFER = 1 << 16;

    private final FilterOptions options;
    private final FieldMap fields;
    private final Enricher enricher;
    private final EnrichedJson form;
    private final PrintStream out;
    private final OutputStream buffer;
    private final Consumer<String> complaints;
    private final JsonFactory factory = new JsonFactory();
    private long enriched;
    private long refused;

    /**
     * Writes to the given stream, and says what it cannot use.
     *
     * @param cores makes the text core, where one is needed
     */
    public Filter(FilterOptions options, Supplier<TextCore> cores, PrintStream out, Consumer<String> complaints) {
        this.options = options;
        this.fields = FieldMap.of(options.mapping());
        this.enricher = new Enricher(options.parts(), options.profile(), cores);
        this.form = new EnrichedJson(options.parts());
        this.out = out;
        this.buffer = new BufferedOutputStream(out, BUFFER);
        this.complaints = complaints;
    }

    /** Enriches everything that the paths name, or as much as somebody listens to. */
    public void run(List<String> paths, InputStream standardInput, ReadLimits limits) throws IOException {
        Corpus corpus = Corpus.of(paths);
        CorpusReader reader = new CorpusReader(limits, options.shape().formats(fields), standardInput);
        boolean listening = true;
        for (int at = 0; listening && at < corpus.files().size(); at++) {
            CorpusFile file = corpus.files().get(at);
            listening = reader.read(file, sink(file, standardInput));
        }
        flush();
    }

    /** Documents written so far. */
    public long enriched() {
        return enriched;
    }

    /** Records that could not be used so far. */
    public long refused() {
        return refused;
    }

    private Predicate<PlacedRecord> sink(CorpusFile file, InputStream standardInput) {
        boolean piped = file.path() == null;
        return placed -> {
            try {
                take(placed);
                // Who writes line by line into a pipe may wait for the answer.
                boolean waiting = piped && standardInput.available() == 0;
                return enriched < options.max() && (waiting ? flush() : !out.checkError());
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        };
    }

    private void take(PlacedRecord placed) throws IOException {
        Reading reading = placed.raw().reading().get();
        if (reading instanceof Refusal refusal) {
            refuse(placed, refusal);
        } else if (reading instanceof Reading.Fields record) {
            NamedTexts texts = NamedTexts.of(record.node(), fields);
            if (texts.wrong().isPresent()) {
                refuse(placed, texts.wrong().get());
            } else {
                write(enricher.enrich(Entry.of(texts, place(placed, '#'))));
            }
        }
    }

    private void write(Found found) throws IOException {
        JsonGenerator json = factory.createGenerator(buffer, JsonEncoding.UTF8);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        if (options.pretty()) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
        }
        form.write(json, found);
        json.close();
        buffer.write('\n');
        enriched++;
    }

    private void refuse(PlacedRecord placed, Refusal refusal) {
        refused++;
        complaints.accept(place(placed, ':') + ": " + refusal.reason() + " " + refusal.detail());
    }

    private static String place(PlacedRecord placed, char separator) {
        String entry = placed.entry() == null ? "" : "!" + placed.entry();
        String line =
                placed.raw().line() > 0 ? separator + Long.toString(placed.raw().line()) : "";
        return placed.file() + entry + line;
    }

    private boolean flush() throws IOException {
        buffer.flush();
        return !out.checkError();
    }
}
