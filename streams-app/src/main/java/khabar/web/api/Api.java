package khabar.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import khabar.query.Answer;
import khabar.query.Answer.Elsewhere;
import khabar.query.Answer.Here;
import khabar.query.Questions;
import khabar.query.live.Board;
import khabar.query.live.Snapshot;
import khabar.settings.Durations;
import khabar.settings.Setting;
import khabar.settings.SettingException;
import khabar.topics.WindowKey;
import khabar.web.Asked;
import khabar.web.Reply;
import khabar.web.Routes;

/** The routes below {@code /api}. Only here are answers turned into 200, 307 and 503. */
public final class Api {
    private static final int MOST_ROWS = 1_000;
    private static final Setting<Integer> LIMIT = new Setting<>("limit", "20", "1 to " + MOST_ROWS, "", text -> {
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException("out of range");
        }
        return limit;
    });
    private static final Setting<Duration> WINDOW = new Setting<>(
            "window", "P1D", "the size of a window, such as PT1M, PT1H or P1D", "", Durations::parsePositive);
    private static final Setting<Instant> START =
            new Setting<>("start", "", "the start of a window, such as 2020-01-01T00:00:00Z", "", Instant::parse);

    private final Questions questions;

    /** Answers from the given questions. */
    public Api(Questions questions) {
        this.questions = questions;
    }

    /** Adds all routes. */
    public void addTo(Routes routes) {
        routes.add("/api/entities", this::entities)
                .add("/api/subjects", this::subjects)
                .add("/api/articles", this::articles)
                .add("/api/articles/", this::article)
                .add("/api/status", this::status);
    }

    private Reply entities(Asked asked) {
        return board(
                asked,
                (json, board) -> json.set(
                        "entities",
                        JsonForms.array(
                                board.entities().stream()
                                        .limit(asked.get(LIMIT))
                                        .toList(),
                                JsonForms::entity)));
    }

    private Reply subjects(Asked asked) {
        return board(
                asked,
                (json, board) -> json.set(
                        "subjects",
                        JsonForms.array(
                                board.subjects().stream()
                                        .limit(asked.get(LIMIT))
                                        .toList(),
                                row -> JsonForms.subject(row))));
    }

    private Reply articles(Asked asked) {
        asked.takesOnly("limit");
        return reply(asked, questions.snapshot(Optional.empty(), asked.get(LIMIT)), snapshot -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.set("articles", JsonForms.array(snapshot.articles(), JsonForms::articleRow));
            return Reply.json(json);
        });
    }

    private Reply article(Asked asked) {
        asked.takesOnly();
        return reply(
                asked,
                questions.article(asked.rest()),
                article -> article.map(found -> Reply.json(JsonForms.article(found)))
                        .orElseGet(() -> Reply.problem(
                                Reply.NOT_FOUND,
                                "Not found",
                                "uri: not known (expected: one of the newest articles)")));
    }

    private Reply status(Asked asked) {
        asked.takesOnly();
        Snapshot known = questions.known();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("state", questions.instance().state())
                .put("ready", questions.instance().ready());
        OptionalLong lag = questions.instance().lag();
        json.put("lag", lag.isPresent() ? lag.getAsLong() : null);
        json.set("figures", JsonForms.figures(known.figures()));
        questions.windowSizes().stream().map(Durations::iso).forEach(json.withArray("/windowSizes")::add);
        return Reply.json(json);
    }

    private Reply board(Asked asked, Rows rows) {
        asked.takesOnly("window", "limit", "start");
        asked.get(LIMIT);
        Duration size = asked.get(WINDOW);
        Answer<Optional<Board>> answer = asked.given(START)
                .map(start -> questions.board(window(start, size)))
                .orElseGet(() -> questions.newestBoard(size));
        return reply(asked, answer, board -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.set("window", board.map(JsonForms::window).orElse(null));
            rows.addTo(json, board.orElseGet(() -> Board.empty(window(Instant.EPOCH, size))));
            return Reply.json(json);
        });
    }

    private static WindowKey window(Instant start, Duration size) {
        WindowKey window = WindowKey.containing(start, size, "");
        if (!window.start().equals(start)) {
            throw new SettingException(
                    START.name(), start.toString(), "a multiple of " + Durations.iso(size) + ", as " + window.start());
        }
        return window;
    }

    private static <T> Reply reply(Asked asked, Answer<T> answer, Function<T, Reply> form) {
        if (answer instanceof Here<T> here) {
            return form.apply(here.value());
        }
        if (answer instanceof Elsewhere<T> elsewhere) {
            String there = "http://" + elsewhere.host() + ":" + elsewhere.port() + asked.target();
            return Reply.problem(Reply.ELSEWHERE, "Elsewhere", "Another instance knows.")
                    .with("Location", there);
        }
        return Reply.problem(Reply.NOT_READY, "Not ready", "state: starting or moving (expected: RUNNING); ask again")
                .with("Retry-After", "1");
    }

    /** Adds the rows of a board to the JSON. */
    private interface Rows {
        void addTo(ObjectNode json, Board board);
    }
}
