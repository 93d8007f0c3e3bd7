package khabar.fuzz;

/** Input as it should be. */
final class Samples {
    static final String LINE =
            "{\"id\":\"urn:a\",\"version\":\"2\",\"title\":\"\u062e\u0628\u0631\",\"lead\":\"<p>a &amp; b</p>\","
                    + "\"body\":\"\u0645\u062a\u0646 \\ud83d\\ude00\",\"published\":\"2016-12-11T14:30:00Z\",\"pubStatus\":\"usable\","
                    + "\"tags\":[\"a\",{\"b\":1}]}";
    static final String OTHER_LINE = "{\"uri\":\"urn:b\",\"headline\":\"b\",\"pubStatus\":\"canceled\","
            + "\"publishedAt\":\"1395/09/21 14:30\",\"versionCreated\":1481466600}";
    static final String TABLE =
            "id,title,body,date,source\na,\"x\ny\"\"z\",\u0645\u062a\u0646,2016-12-11 14:30,irna\nb,z,,\u06f1\u06f3\u06f9\u06f5/\u06f9/\u06f2\u06f1,\n";
    static final String RSS =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                    + "<channel><title>irna</title><language>fa</language><item><guid>a</guid><title>\u062e\u0628\u0631</title>"
                    + "<description><![CDATA[<p>a&nbsp;b</p>]]></description><pubDate>Sun, 11 Dec 2016 14:30:00 +0330</pubDate>"
                    + "<dc:creator>c</dc:creator><link>https://a.example/1</link></item></channel></rss>";
    static final String ATOM =
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fa\"><title>t</title><entry><id>urn:a</id>"
                    + "<title type=\"html\">&lt;b&gt;x&lt;/b&gt;</title><updated>2016-12-11T14:30:00.5+03:30</updated>"
                    + "<link rel=\"alternate\" href=\"https://a.example/1\"/><content type=\"xhtml\"><div>y<br/>z</div></content></entry></feed>";
    static final String SEED_TEXT =
            "\n## \u062e\u0628\u0631 \u0645\u0647\u0645\n\n\u0645\u062a\u0646 \u0628\u0644\u0646\u062f\n\n\u0628\u062f\u0646\u0647\n";
    static final String NAMES =
            "# names\nkhabar:org:irna | org | \u0627\u06cc\u0631\u0646\u0627; \u062e\u0628\u0631\u06af\u0632\u0627\u0631\u06cc | IRNA; Irna | \u0625\u0631\u0646\u0627\n"
                    + "Q794 | place | \u0627\u06cc\u0631\u0627\u0646 | Iran\nQ1 | person | \u0633\u0631\u06af\u0626\u06cc \u0644\u0627\u0648\u0631\u0648\u0641 | Sergey Lavrov\n"
                    + "mask | \u0627\u06cc\u0631\u0627\u0646 \u062e\u0648\u062f\u0631\u0648\ndrop | Q2\nQ794 | demonym | \u0627\u06cc\u0631\u0627\u0646\u06cc | Iranian\n";
    static final String SUBJECTS =
            "[15000000] | \u0648\u0631\u0632\u0634 | sport\n6 | \u0641\u0648\u062a\u0628\u0627\u0644; \u062a\u06cc\u0645 \u0645\u0644\u06cc ~ \u062c\u0627\u0645 + cup\n"
                    + "[20001108] 15000000 | \u062c\u0627\u0645 | cup\n2.5 | \u062c\u0627\u0645 \u062c\u0647\u0627\u0646\u06cc; football\n-1 | \u062c\u0627\u0645\n[11000000] drop\n";
    static final String ALERT =
            "title: \u0646\u0641\u062a \u0648 \u062a\u062d\u0631\u06cc\u0645\nwords:\n  all: [\u0646\u0641\u062a, \u062a\u062d\u0631\u06cc\u0645]\n"
                    + "entities: [Q794, Q159]\nlanguage: fa\n";
    static final String THRESHOLD =
            "title: x\nkind: threshold\narticles: 5\nwindow: 1h\nsubjects: [medtop:20000056]\nmin-score: 0.6\nsource: [irna, Reuters]\n";

    private Samples() {}
}
