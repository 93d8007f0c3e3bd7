package khabar.it.pictures;

import java.util.List;

/**
 * A piece of news that can be told several times, each time with other places and figures.
 *
 * @param language its language
 * @param desk what it is about: the desk's own sentences may follow
 * @param times how often it is told
 * @param firstDay the first day on which it is told, from 1
 * @param lastDay the last one
 * @param name what its uri ends with where it has a name, empty otherwise
 * @param texts headline, lead and sentences, with their slots
 */
record Story(String language, String desk, int times, int firstDay, int lastDay, String name, List<String> texts) {

    /** Reads the line that stands before the texts. */
    static Story of(List<String> head, List<String> texts) {
        String[] days = head.get(3).split("-", 2);
        return new Story(
                head.get(0),
                head.get(1),
                Integer.parseInt(head.get(2)),
                Integer.parseInt(days[0]),
                Integer.parseInt(days[days.length - 1]),
                head.size() > 4 ? head.get(4) : "",
                texts);
    }

    /** The desk with its language, as its sentences are kept. */
    String pool() {
        return language + " " + desk;
    }
}
