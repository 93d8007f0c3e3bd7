package khabar.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import khabar.query.Answer;
import khabar.query.Answer.Here;
import khabar.query.Questions;
import khabar.query.archive.Archive;
import khabar.settings.Durations;
import khabar.web.Asked;
import khabar.web.Reply;
import khabar.web.Route;
import khabar.web.held.HeldReplies;

/** Turns answers into replies: only here they become 200, 404 and 503. */
final class Asking {
    private final Questions questions;
    private final HeldReplies replies = new HeldReplies();

    Asking(Questions questions) {
        this.questions = questions;
    }

    Questions questions() {
        return questions;
    }

    /** The same route, made once for each state of what answers come from, however many ask the same. */
    Route held(Route route) {
        return asked -> questions.archive() instanceof Here<Archive> here
                ? replies.reply(asked.target(), () -> stateOf(here.value()), () -> route.answer(asked))
                : route.answer(asked);
    }

    private State stateOf(Archive archive) {
        return new State(archive, archive.version(), questions.knowledge().ruleSetVersion());
    }

    /**
     * All that answers come from.
     *
     * @param archive the archive
     * @param version how much of it is written
     * @param ruleSetVersion the rules, which give subjects their names
     */
    private record State(Archive archive, long version, String ruleSetVersion) {}

    /** The reply that the archive gives, once it can be asked. */
    Reply archive(Function<Archive, Reply> form) {
        Answer<Archive> answer = questions.archive();
        if (answer instanceof Here<Archive> here) {
            return form.apply(here.value());
        }
        return Reply.problem(
                        Reply.NOT_READY,
                        "Not ready",
                        "state: starting (expected: an archive that has caught up); ask again")
                .with("Retry-After", "1");
    }

    /**
     * One count over time, in windows of one size: as many points as are asked for, and where the next begins.
     *
     * @param name the field that says whose count it is, by the rest of the path
     * @param counts the count, oldest window first; nothing where nobody knows of it
     * @param form a point, with its {@code start}
     */
    <T> Reply timeline(
            Asked asked, String name, Function<Archive, Optional<List<T>>> counts, Function<T, ObjectNode> form) {
        Duration size = asked.get(Parameters.WINDOW);
        int limit = asked.get(Parameters.LIMIT_OF_POINTS);
        return archive(archive -> {
            Optional<List<T>> known = counts.apply(archive);
            if (known.isEmpty()) {
                return notFound(name + ": " + asked.rest() + " (expected: one with counts in windows of this size)");
            }
            List<ObjectNode> points =
                    known.get().stream().limit(limit + 1L).map(form).toList();
            ObjectNode json = JsonForms.object().put(name, asked.rest()).put("window", Durations.iso(size));
            json.set("points", JsonForms.array(points.stream().limit(limit).toList(), point -> point));
            json.set("next", points.size() > limit ? points.get(limit).get("start") : null);
            return Reply.json(json);
        });
    }

    static Reply notFound(String detail) {
        return Reply.problem(Reply.NOT_FOUND, "Not found", detail);
    }
}
