package khabar.cli.evaluate;

import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import khabar.feed.corpus.Corpus;
import khabar.feed.corpus.CorpusFile;
import khabar.feed.record.Reading;
import khabar.feed.record.Reading.Refusal;
import khabar.feed.unpack.CorpusReader;
import khabar.feed.unpack.PlacedRecord;
import khabar.feed.unpack.ReadLimits;

/** Reads labelled files, row by row, into a measure. A row that cannot be used is named, and the rest goes on. */
public final class Evaluation {
    private final Measure measure;
    private final Consumer<String> complaints;
    private long rows;
    private long unusable;

    /** Feeds the given measure, and says what it cannot use. */
    public Evaluation(Measure measure, Consumer<String> complaints) {
        this.measure = measure;
        this.complaints = complaints;
    }

    /** Takes all rows into account, or the first ones. */
    public void run(List<String> paths, InputStream standardInput, ReadLimits limits, long max) {
        // Every line of column names is one of labelled rows: which columns are needed, the measure says.
        CorpusReader reader = new CorpusReader(limits, columns -> true, standardInput);
        Predicate<PlacedRecord> sink = placed -> {
            take(placed);
            return rows < max;
        };
        for (CorpusFile file : Corpus.of(paths).files()) {
            if (rows < max) {
                reader.read(file, sink);
            }
        }
    }

    /** Rows that could not be used so far. */
    public long unusable() {
        return unusable;
    }

    private void take(PlacedRecord placed) {
        rows++;
        Reading reading = placed.raw().reading().get();
        if (reading instanceof Refusal refusal) {
            complain(placed, refusal.detail());
        } else if (reading instanceof Reading.Fields fields) {
            try {
                measure.add(fields.node());
            } catch (UnusableRow wrong) {
                complain(placed, String.valueOf(wrong.getMessage()));
            }
        }
    }

    private void complain(PlacedRecord placed, String detail) {
        unusable++;
        String entry = placed.entry() == null ? "" : "!" + placed.entry();
        String line = placed.raw().line() > 0 ? ":" + placed.raw().line() : "";
        complaints.accept(placed.file() + entry + line + ": " + detail);
    }
}
