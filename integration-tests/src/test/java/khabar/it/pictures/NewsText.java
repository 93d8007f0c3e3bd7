package khabar.it.pictures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code news.txt} holds; its first lines say how it is written.
 *
 * @param lists entries by the name of their list, each with its forms
 * @param stories stories in their order
 * @param pools sentences by language and desk
 */
record NewsText(Map<String, List<List<String>>> lists, List<Story> stories, Map<String, List<String>> pools) {

    static NewsText shipped() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(NewsText.class.getResourceAsStream("news.txt"), UTF_8))) {
            return of(lines.lines().filter(line -> !line.startsWith("# ")).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static NewsText of(List<String> lines) {
        NewsText text = new NewsText(new TreeMap<>(), new ArrayList<>(), new TreeMap<>());
        List<String> block = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("@")) {
                text.takeList(line.substring(1));
            } else if (!line.isBlank()) {
                block.add(line);
            } else {
                text.takeBlock(block);
                block.clear();
            }
        }
        text.takeBlock(block);
        return text;
    }

    private void takeList(String line) {
        String[] parts = line.split("\\|", 2);
        List<List<String>> entries = new ArrayList<>();
        for (String entry : parts[1].split(";", -1)) {
            entries.add(List.of(entry.strip().split("=", -1)));
        }
        lists.put(parts[0].strip(), entries);
    }

    private void takeBlock(List<String> block) {
        if (block.isEmpty()) {
            return;
        }
        List<String> head = List.of(block.get(0).split(" ", -1));
        List<String> texts = List.copyOf(block.subList(1, block.size()));
        if (head.get(0).equals("%%")) {
            pools.put(head.get(1) + " " + head.get(2), texts);
        } else {
            stories.add(Story.of(head.subList(1, head.size()), texts));
        }
    }
}
