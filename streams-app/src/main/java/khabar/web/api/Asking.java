package khabar.web.api;

import java.util.function.Function;
import khabar.query.Answer;
import khabar.query.Answer.Here;
import khabar.query.Questions;
import khabar.query.archive.Archive;
import khabar.web.Reply;

/** Turns answers into replies: only here they become 200, 404 and 503. */
final class Asking {
    private final Questions questions;

    Asking(Questions questions) {
        this.questions = questions;
    }

    Questions questions() {
        return questions;
    }

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

    static Reply notFound(String detail) {
        return Reply.problem(Reply.NOT_FOUND, "Not found", detail);
    }
}
