package khabar.feed.format;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import khabar.feed.Corpora;
import khabar.feed.unpack.PlacedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlFeedTest {
    private static final String RSS = """
            <?xml version="1.0" encoding="%s"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
             <channel>
              <title>خبرگزاری نمونه</title><link>https://example.org/</link><language>fa</language>
              <image><title>picture</title></image>
              %s
             </channel>
            </rss>
            """;

    @TempDir
    private Path folder;

    @Test
    void anItemOfRssIsAnArticle() {
        List<PlacedRecord> records = rss("""
                <item>
                 <title>باران &amp; برف</title>
                 <media:title>other</media:title>
                 <link>https://example.org/1</link>
                 <guid isPermaLink="false">one</guid>
                 <pubDate>Sun, 11 Dec 2016 11:00:00 GMT</pubDate>
                 <description>&lt;p&gt;می&zwnj;رود&lt;/p&gt;&lt;p&gt;دو&amp;nbsp;سه&lt;br/&gt;چهار&lt;/p&gt;</description>
                 <content:encoded><![CDATA[<h1>یک</h1><p>متن <b>خبر</b> &laquo;نقل&raquo;</p><script>x()</script>]]></content:encoded>
                </item>
                """);

        assertThat(Corpora.values(records, "uri")).containsExactly("one");
        assertThat(Corpora.values(records, "headline")).containsExactly("باران & برف");
        assertThat(Corpora.values(records, "lead")).containsExactly("می\u200cرود\nدو\u00A0سه\nچهار");
        assertThat(Corpora.values(records, "body")).containsExactly("یک\nمتن خبر «نقل»");
        assertThat(Corpora.values(records, "url")).containsExactly("https://example.org/1");
        assertThat(Corpora.values(records, "published")).containsExactly("Sun, 11 Dec 2016 11:00:00 GMT");
        assertThat(Corpora.values(records, "source")).containsExactly("خبرگزاری نمونه");
        assertThat(Corpora.values(records, "language")).containsExactly("fa");
    }

    @Test
    void anEntryOfAtomIsAnArticle() {
        List<PlacedRecord> records = Corpora.read(folder, "a.xml", """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
                 <title>Sample</title>
                 <entry xml:lang="fa">
                  <id>tag:example.org,2016:1</id>
                  <title type="text">a &lt; b</title>
                  <link rel="self" href="https://example.org/self"/><link href="https://example.org/1"/>
                  <published>2016-12-11T11:00:00Z</published><updated>2016-12-12T11:00:00Z</updated>
                  <summary>short</summary>
                  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>1 &lt; 2</p><p>three</p></div></content>
                  <author><name>somebody</name></author>
                 </entry>
                </feed>
                """);

        assertThat(Corpora.values(records, "headline")).containsExactly("a < b");
        assertThat(Corpora.values(records, "url")).containsExactly("https://example.org/1");
        assertThat(Corpora.values(records, "body")).containsExactly("1 < 2\nthree");
        assertThat(Corpora.values(records, "language")).containsExactly("fa");
        assertThat(Corpora.values(records, "source")).containsExactly("Sample");
    }

    @Test
    void documentTypesAndExternalEntitiesDoNothing() {
        List<PlacedRecord> records = Corpora.read(folder, "a.xml", """
                <?xml version="1.0"?>
                <!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/hostname"><!ENTITY lol "lollollol">
                 <!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>
                <rss><channel><item><guid>a</guid><title>x&secret;&lol2;y</title></item></channel></rss>
                """);

        assertThat(Corpora.values(records, "headline")).containsExactly("x&secret;&lol2;y");
    }

    @Test
    void anItemThatIsTooLargeCostsOnlyItself() {
        List<PlacedRecord> records = rss("<item><guid>a</guid><title>t</title></item>"
                + "<item><guid>b</guid><description><![CDATA[" + "]]x".repeat(100_000) + "]]></description></item>"
                + "<item><guid>c</guid><description>" + "y ".repeat(100_000) + "</description></item>"
                + "<item><guid>d</guid><title>t</title></item>");

        assertThat(Corpora.values(records, "uri")).containsExactly("a", "TOO_LARGE", "TOO_LARGE", "d");
    }

    @Test
    void whatStandsBeforeTheBreakIsKept() {
        List<PlacedRecord> records = rss("<item><guid>a</guid><title>t</title></item>\n<item><guid>b</wrong></item>");

        assertThat(Corpora.values(records, "uri")).containsExactly("a", "BROKEN_RECORD");
        assertThat(records.get(1).raw().line()).isEqualTo(7);
    }

    @Test
    void elementsThatAreNestedTooDeepEndTheFile() {
        String deep = "<rss><channel><item><title>a</title></item><item>" + "<b>".repeat(150) + "</b>".repeat(150)
                + "</item></channel></rss>";
        List<PlacedRecord> records = Corpora.read(folder, "a.xml", deep);

        assertThat(Corpora.values(records, "headline")).containsExactly("a", "TOO_DEEP");
    }

    @Test
    void theDeclaredEncodingIsFollowed() {
        String text = RSS.formatted("windows-1256", "<item><guid>a</guid><title>خبر</title></item>");

        assertThat(Corpora.values(
                        Corpora.read(folder, "a.rss", text.getBytes(Charset.forName("windows-1256"))), "headline"))
                .containsExactly("خبر");
        String utf16 = "\uFEFF" + RSS.formatted("UTF-16", "<item><guid>a</guid><title>خبر</title></item>");
        assertThat(Corpora.values(Corpora.read(folder, "b.rss", utf16.getBytes(UTF_16BE)), "headline"))
                .containsExactly("خبر");
    }

    @Test
    void bytesThatAreNoTextRefuseTheirItemOnly() {
        String text = RSS.formatted(
                "UTF-8",
                "<item><guid>a</guid><title>\u00C3x</title></item><item><guid>b</guid><title>t</title></item>");
        byte[] bytes = text.replace("خبرگزاری نمونه", "Sample").getBytes(Charset.forName("ISO-8859-1"));

        assertThat(Corpora.values(Corpora.read(folder, "a.rss", bytes), "uri")).containsExactly("WRONG_ENCODING", "b");
    }

    private List<PlacedRecord> rss(String items) {
        return Corpora.read(folder, "a.rss", RSS.formatted("UTF-8", items));
    }
}
