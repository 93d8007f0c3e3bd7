package khabar.web.api;

import khabar.query.Questions;
import khabar.web.Routes;

/** The routes below {@code /api}. */
public final class Api {
    private final Asking asking;

    /** Answers from the given questions. */
    public Api(Questions questions) {
        asking = new Asking(questions);
    }

    /** Adds all routes. */
    public void addTo(Routes routes) {
        new WindowRoutes(asking).addTo(routes);
        new EntityRoutes(asking).addTo(routes);
        new EntityPage(asking).addTo(routes);
        new ArticleRoutes(asking).addTo(routes);
        new RefusalRoutes(asking).addTo(routes);
        new PairRoutes(asking).addTo(routes);
        new OpenApi().addTo(routes);
        new StatusRoute(asking.questions()).addTo(routes);
    }
}
