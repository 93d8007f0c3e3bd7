package khabar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import khabar.feed.pace.Pace;
import khabar.feed.pace.Ticker;
import khabar.feed.replay.Progress;
import khabar.feed.replay.RunSettings.Commit;
import khabar.schemas.Article;
import khabar.schemas.RejectReason;
import khabar.schemas.RejectedArticle;
import khabar.settings.SettingException;
import khabar.topics.CloudEvents;
import khabar.topics.SingleObjectFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private final Inbox inbox = new Inbox();
    private final PatientTicker ticker = new PatientTicker();

    @Test
    void everythingReadIsAcceptedOrRejected() {
        Corpora.write(folder, "a.jsonl", "{\"id\":\"a\",\"title\":\"x\"}\n{broken\n{\"id\":\"b\"}\n");
        Corpora.write(folder, "b.txt", "\n## headline\n\nlead\n\nbody\n");
        Corpora.write(folder, "c.bin", "?");
        ReplaySummary summary = replay(options());

        assertThat(uris()).containsExactly("a", "seed:b");
        assertThat(inbox.refusals())
                .extracting(RejectedArticle::getReason)
                .containsExactly(RejectReason.BROKEN_RECORD, RejectReason.MISSING_TEXT, RejectReason.UNKNOWN_FORMAT);
        assertThat(summary.position().read()).isEqualTo(5);
        assertThat(summary.position().accepted()).isEqualTo(2);
        assertThat(summary.rejected()).isEqualTo(3);
        assertThat(summary.finished()).isTrue();
    }

    @Test
    void aRefusalSaysWhereTheOriginalStands() {
        Corpora.write(folder, "a.jsonl", "\n{broken\n");
        replay(options());
        RejectedArticle refused = inbox.refusals().get(0);

        assertThat(refused.getCorpusPosition().getFile()).endsWith("/a.jsonl");
        assertThat(refused.getCorpusPosition().getLine()).isEqualTo(2);
        assertThat(refused.getOriginalBytes()).isEqualTo(7);
        assertThat(new String(refused.getOriginal().array(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("{broken");
        assertThat(refused.getRejectedAt()).isEqualTo(NOW);
    }

    @Test
    void anArticleCarriesItsEventHeaders() {
        Corpora.write(
                folder, "a.jsonl", "{\"id\":\"a\",\"version\":2,\"title\":\"x\",\"date\":\"2016-12-11T11:00:00Z\"}");
        replay(options());
        var headers = inbox.records().get(0).wire().headers();

        assertThat(CloudEvents.text(headers, CloudEvents.ID)).isEqualTo("a#2");
        assertThat(CloudEvents.text(headers, CloudEvents.TYPE)).isEqualTo("khabar.article");
        assertThat(CloudEvents.text(headers, CloudEvents.TIME)).isEqualTo("2016-12-11T11:00:00Z");
        assertThat(CloudEvents.text(headers, CloudEvents.TRACEPARENT)).startsWith("00-");
        assertThat(inbox.records().get(0).wire().timestamp()).isNull();
    }

    @Test
    void replayingTwiceSendsTheSame() {
        lines(20);
        replay(options());
        List<Article> first = inbox.articles();
        Inbox again = new Inbox();
        Replay.to(again, options(), means(Progress.NONE)).run();

        assertThat(again.articles()).isEqualTo(first);
    }

    @Test
    void aResumedReplayLosesAndRepeatsNothing() {
        lines(40);
        Corpora.write(folder, "z.jsonl", "{broken\n{\"id\":\"last\",\"title\":\"x\"}\n");
        ReplayOptions small = options().withCommit(new Commit(Duration.ofHours(1), 3));
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            Inbox broken = new Inbox();
            boolean finished = false;
            while (!finished) {
                broken.breakAfter(1 + random.nextInt(15));
                try {
                    finished = Replay.to(broken, small.resumed(), means(Progress.NONE))
                            .run()
                            .finished();
                } catch (Inbox.Broken killed) {
                    assertThat(finished).isFalse();
                }
            }

            assertThat(broken.articles()).as("seed %d", seed).hasSize(41).doesNotHaveDuplicates();
            assertThat(broken.refusals()).as("seed %d", seed).hasSize(1);
            assertThat(broken.articles().get(40).getPublishedAt()).isEqualTo("2020-01-01T00:41:00Z");
        }
    }

    @Test
    void aCorpusThatHasChangedIsNotResumed() {
        lines(5);
        replay(options());
        lines(6);

        assertThatThrownBy(() -> replay(options().resumed()))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("the same files as before");
    }

    @Test
    void aFinishedReplayHasNothingToResume() {
        lines(5);
        replay(options());

        assertThat(replay(options().resumed()).articles()).isZero();
        assertThat(inbox.articles()).hasSize(5);
    }

    @Test
    void maxEndsARunAndResumeGoesOn() {
        lines(10);

        assertThat(replay(options().withMax(4)).finished()).isFalse();
        ReplaySummary second = replay(options().resumed().withMax(100));

        assertThat(second.articles()).isEqualTo(6);
        assertThat(second.position().accepted()).isEqualTo(10);
        assertThat(uris()).doesNotHaveDuplicates().hasSize(10);
    }

    @Test
    void aStoppedRunHasCommittedWhatItSent() {
        lines(10);
        Replay[] replay = new Replay[1];
        inbox.onSend(count -> {
            if (count == 4) {
                replay[0].stop();
            }
        });
        replay[0] = Replay.to(inbox, options(), means(Progress.NONE));
        ReplaySummary summary = replay[0].run();

        assertThat(summary.stopped()).isTrue();
        assertThat(inbox.articles()).hasSize(4);
        assertThat(inbox.last().read()).isEqualTo(4);
    }

    @Test
    void everyRoundHasUrisOfItsOwnAndMovesOnInTime() {
        lines(3);
        replay(options().withRounds(3));

        assertThat(uris())
                .containsExactly(
                        "0", "1", "2", "0#round-2", "1#round-2", "2#round-2", "0#round-3", "1#round-3", "2#round-3");
        assertThat(inbox.articles())
                .extracting(Article::getPublishedAt)
                .isSorted()
                .doesNotHaveDuplicates()
                .last()
                .isEqualTo(Instant.parse("2020-01-01T00:08:00Z"));
    }

    @Test
    void noRoundMovesWhatIsStampedWithThePresent() {
        dated("2016-12-11T11:00:00Z", "2016-12-18T11:00:00Z");
        ReplayOptions now = options().stampedNow().withRounds(3);
        replay(now.withMax(3));
        replay(now.resumed());

        assertThat(uris()).containsExactly("0", "1", "0#round-2", "1#round-2", "0#round-3", "1#round-3");
        assertThat(inbox.articles()).extracting(Article::getPublishedAt).containsOnly(NOW);
        assertThat(inbox.articles()).extracting(Article::getVersionCreated).containsOnly(NOW);
    }

    @Test
    void aDateInTheFutureDoesNotMoveTheNextRoundThere() {
        dated("2016-12-11T11:00:00Z", "2124-03-01T06:00:00Z", "2016-12-11T12:00:00Z");
        replay(options().withRounds(2));

        assertThat(inbox.articles())
                .extracting(article -> article.getPublishedAt().toString())
                .containsExactly(
                        "2016-12-11T11:00:00Z",
                        "2124-03-01T06:00:00Z",
                        "2016-12-11T12:00:00Z",
                        "2016-12-11T12:01:00Z",
                        "2124-03-01T07:01:00Z",
                        "2016-12-11T13:01:00Z");
    }

    @Test
    void anEmptyCorpusEndsAlsoForEver() {
        Corpora.write(folder, "a.jsonl", "\n");

        assertThat(replay(options().withRounds(ReplayOptions.FOREVER)).finished())
                .isTrue();
    }

    @Test
    void aRateIsKeptWithoutDrift() {
        lines(1000);
        ReplaySummary summary = replay(options().withPace(Pace.rate("200/s")));

        // 1,000 articles at 200/s: the last is due after 4.995 s, however long each sleep really took.
        assertThat(summary.elapsed()).isBetween(Duration.ofMillis(4995), Duration.ofMillis(5100));
        assertThat(summary.achievedPace()).startsWith("20").endsWith("/s");
        assertThat(summary.askedPace()).isEqualTo("200/s");
    }

    @Test
    void aSpeedFollowsTheTimesOfTheArticles() {
        lines(61);
        ReplaySummary summary = replay(options().withPace(Pace.speed("60x")));

        assertThat(summary.elapsed()).isBetween(Duration.ofSeconds(60), Duration.ofMillis(60_200));
        assertThat(summary.achievedPace()).matches("(59\\.9|60\\.0)x");
    }

    @Test
    void aSlowReplayCommitsWhileItWaits() {
        lines(3);
        replay(options().withPace(Pace.rate("1/m")).withCommit(new Commit(Duration.ofMillis(500), 100)));

        assertThat(inbox.commits()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void progressIsNeverMoreThanTheWholeOfAllRounds() {
        lines(10);
        List<Progress.State> seen = new ArrayList<>();
        Pace pace = Pace.rate("2/s");
        Replay.to(inbox, options().withPace(pace).withRounds(3), means(seen::add))
                .run();
        assertThat(seen).isNotEmpty().allMatch(state -> state.bytes() <= state.totalBytes());
        seen.clear();
        ReplayOptions endless = options().withPace(pace).withRounds(ReplayOptions.FOREVER);
        Replay.to(inbox, endless.withMax(15), means(seen::add)).run();
        assertThat(seen).isNotEmpty().allMatch(state -> state.totalBytes() == -1);
    }

    @Test
    void aTextThatIsTooLargeForTheWireIsRefused() {
        Corpora.write(folder, "a.jsonl", "{\"id\":\"a\",\"title\":\"" + "\u06F0".repeat((1 << 20) - 40) + "\"}");
        ReplaySummary summary = replay(options());

        assertThat(summary.position().rejected()).containsOnlyKeys(RejectReason.TOO_LARGE);
        assertThat(inbox.refusals().get(0).getUri()).isEqualTo("a");
        assertThat(inbox.refusals().get(0).getOriginal().array()).hasSize(1 << 16);
    }

    @Test
    void standardInputCannotBeLooped() {
        ReplayOptions looped = ReplayOptions.of(List.of("-")).withRounds(2);

        assertThatThrownBy(() -> Replay.to(inbox, looped, means(Progress.NONE))).isInstanceOf(SettingException.class);
    }

    private void lines(int count) {
        StringBuilder lines = new StringBuilder();
        for (int line = 0; line < count; line++) {
            lines.append("{\"id\":\"").append(line).append("\",\"title\":\"خبر\"}\n");
        }
        Corpora.write(folder, "a.jsonl", lines.toString());
    }

    private void dated(String... dates) {
        StringBuilder lines = new StringBuilder();
        for (int line = 0; line < dates.length; line++) {
            lines.append("{\"id\":\"%d\",\"title\":\"x\",\"date\":\"%s\"}\n".formatted(line, dates[line]));
        }
        Corpora.write(folder, "a.jsonl", lines.toString());
    }

    private ReplayOptions options() {
        return ReplayOptions.of(List.of(folder.toString()));
    }

    private ReplaySummary replay(ReplayOptions options) {
        return Replay.to(inbox, options, means(Progress.NONE)).run();
    }

    private ReplayMeans means(Progress progress) {
        return new ReplayMeans(
                Clock.fixed(NOW, ZoneOffset.UTC),
                ticker,
                InputStream.nullInputStream(),
                SingleObjectFormat.compiledIn(),
                progress);
    }

    private List<String> uris() {
        return inbox.articles().stream().map(Article::getUri).toList();
    }

    /** Time that passes only while somebody waits, and then a little more than was asked for. */
    private static final class PatientTicker implements Ticker {
        private long now;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void sleep(long nanos) {
            now += nanos + 100_000;
        }
    }
}
