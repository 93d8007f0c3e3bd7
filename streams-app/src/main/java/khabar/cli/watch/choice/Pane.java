package khabar.cli.watch.choice;

/** A part of the screen; the order is that from top to bottom. */
public enum Pane {
    ENTITIES("entities", 6),
    TRENDS("trends", 3),
    SUBJECTS("subjects", 3),
    ARTICLES("articles", 4),
    ALERTS("alerts", 2),
    HEALTH("health", 2);

    private final String title;
    private final int weight;

    Pane(String title, int weight) {
        this.title = title;
        this.weight = weight;
    }

    public String title() {
        return title;
    }

    /** Share of the lines that are left when every pane has one. */
    public int weight() {
        return weight;
    }

    /** The pane so many further down, round about. */
    public Pane after(int steps) {
        return values()[Math.floorMod(ordinal() + steps, values().length)];
    }
}
