package khabar.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import khabar.query.archive.Refusals;
import khabar.web.Asked;
import khabar.web.Reply;
import khabar.web.Routes;

/** What was refused on purpose, what failed by accident, and the alerts that fired. */
final class RefusalRoutes {
    private final Asking asking;

    RefusalRoutes(Asking asking) {
        this.asking = asking;
    }

    void addTo(Routes routes) {
        routes.add("/api/rejected", asking.held(this::rejected))
                .add("/api/dead-letters", asking.held(this::deadLetters))
                .add("/api/alerts", asking.held(this::alerts));
    }

    private Reply rejected(Asked asked) {
        asked.takesOnly("reason", "limit");
        int limit = asked.get(Parameters.LIMIT);
        Optional<String> reason = asked.given(Parameters.REASON);
        return asking.archive(archive -> {
            Refusals refusals = archive.refusals();
            ObjectNode json = counts("byReason", refusals.rejectedByReason());
            json.set("rejected", JsonForms.array(refusals.rejected(reason, limit), JsonForms::rejected));
            return Reply.json(json);
        });
    }

    private Reply deadLetters(Asked asked) {
        asked.takesOnly("exception", "limit");
        int limit = asked.get(Parameters.LIMIT);
        Optional<String> exception = asked.given(Parameters.EXCEPTION);
        return asking.archive(archive -> {
            Refusals refusals = archive.refusals();
            ObjectNode json = counts("byException", refusals.deadLettersByException());
            json.set("deadLetters", JsonForms.array(refusals.deadLetters(exception, limit), JsonForms::deadLetter));
            return Reply.json(json);
        });
    }

    private Reply alerts(Asked asked) {
        asked.takesOnly("rule", "limit");
        int limit = asked.get(Parameters.LIMIT);
        Optional<String> rule = asked.given(Parameters.RULE);
        return asking.archive(archive -> {
            ObjectNode json = JsonForms.object();
            json.set("alerts", JsonForms.array(archive.refusals().alerts(rule, limit), JsonForms::alert));
            return Reply.json(json);
        });
    }

    private static ObjectNode counts(String name, Map<String, Long> counts) {
        ObjectNode json = JsonForms.object();
        ObjectNode object = json.putObject(name);
        counts.forEach(object::put);
        return json;
    }
}
