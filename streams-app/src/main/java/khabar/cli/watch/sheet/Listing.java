package khabar.cli.watch.sheet;

import java.util.List;

/**
 * What one pane has to say.
 *
 * @param columns names of the columns, on the line of the title
 * @param title what the pane shows
 * @param rows its lines, the first on top
 */
record Listing(String columns, String title, List<Row> rows) {
    List<String> ids() {
        return rows.stream().map(Row::id).toList();
    }

    /** Lines that it would like to have, with its title. */
    int height() {
        return 1 + rows.size();
    }
}
