package khabar.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;
import khabar.query.Answer.Here;
import khabar.query.InstanceView;
import khabar.query.Questions;
import khabar.query.archive.Archive;
import khabar.settings.Durations;
import khabar.web.Asked;
import khabar.web.Reply;
import khabar.web.Routes;

/** {@code /api/status}: how the instance that is asked is doing, and who works beside it. It always answers. */
final class StatusRoute {
    private final Questions questions;

    StatusRoute(Questions questions) {
        this.questions = questions;
    }

    void addTo(Routes routes) {
        routes.add("/api/status", this::status);
    }

    private Reply status(Asked asked) {
        asked.takesOnly();
        OptionalLong lag = questions.instance().lag();
        boolean answers = questions.archive() instanceof Here<Archive>;
        ObjectNode json = JsonForms.object()
                .put("state", questions.instance().state())
                .put("ready", questions.instance().ready())
                .put("answers", answers)
                .put("lag", lag.isPresent() ? lag.getAsLong() : null);
        json.set("figures", JsonForms.figures(questions.known().figures()));
        json.putArray("windowSizes");
        if (questions.archive() instanceof Here<Archive> here) {
            here.value().counts().sizes().stream().map(Durations::iso).forEach(json.withArray("/windowSizes")::add);
        }
        json.put("version", questions.knowledge().version())
                .put("ruleSetVersion", questions.knowledge().ruleSetVersion())
                .put("demonyms", questions.knowledge().demonyms());
        json.set("instances", JsonForms.array(questions.instance().instances(), StatusRoute::instance));
        return Reply.json(json.put("startedAt", questions.startedAt().toString()));
    }

    private static ObjectNode instance(InstanceView instance) {
        ObjectNode json = JsonForms.object().put("address", instance.address());
        add(json, "active", instance.active());
        add(json, "standby", instance.standby());
        return json;
    }

    private static void add(ObjectNode json, String name, List<String> values) {
        values.forEach(json.putArray(name)::add);
    }
}
