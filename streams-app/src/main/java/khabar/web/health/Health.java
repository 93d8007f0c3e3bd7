package khabar.web.health;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import khabar.query.Instance;
import khabar.query.Questions;
import khabar.web.Asked;
import khabar.web.Reply;
import khabar.web.Routes;

/** Whether this process lives, and whether it does its work: for those who start and stop it. */
public final class Health {
    private final Instance instance;

    private Health(Instance instance) {
        this.instance = instance;
    }

    /** The health of the instance that is asked. */
    public static Health of(Questions questions) {
        return new Health(questions.instance());
    }

    /** Adds {@code /health/live} and {@code /health/ready}. */
    public void addTo(Routes routes) {
        routes.add("/health/live", this::live).add("/health/ready", this::ready);
    }

    private Reply live(Asked asked) {
        return Reply.json(JsonNodeFactory.instance.objectNode().put("status", "UP"));
    }

    private Reply ready(Asked asked) {
        boolean ready = instance.ready();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("status", ready ? "UP" : "DOWN")
                .put("state", instance.state());
        return ready ? Reply.json(json) : Reply.json(Reply.NOT_READY, json).with("Retry-After", "1");
    }
}
