package org.shiftscope.server.rest;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.json.JavalinJackson3;
import io.javalin.router.Endpoint;
import jakarta.servlet.Servlet;
import java.time.Duration;
import java.util.List;
import org.shiftscope.server.access.WhoMay;
import org.shiftscope.server.metrics.MeasureRequests;
import org.shiftscope.server.signin.SignInRoutes;
import org.shiftscope.storage.Experiments;
import tools.jackson.databind.json.JsonMapper;

/** The routes under {@code /api}, as a servlet. */
public final class RestApi {

  /** Where the servlet must be mapped. */
  public static final String PATH = "/api/*";

  /** How long a request waits for others to be answered, before it is told to come again. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final String ONE = "/api/experiments/{id}";

  private RestApi() {}

  /** Builds the servlet. */
  public static Servlet servlet(RestParts parts) {
    return javalin(parts).javalinServlet();
  }

  static Javalin javalin(RestParts parts) {
    var document = new ShowOpenApi();
    Javalin javalin = Javalin.create(config -> configure(config, parts, document));
    document.of(endpoints(javalin));
    return javalin;
  }

  /** All that is registered, also what runs before and after routes. */
  static List<Endpoint> endpoints(Javalin javalin) {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(each -> each.endpoint)
        .toList();
  }

  private static void configure(JavalinConfig config, RestParts parts, ShowOpenApi document) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.jsonMapper(new JavalinJackson3(JsonMapper.shared(), false));
    config.routes.before(new RequireRole());
    new AccountRoutes(parts.access()).on(config.routes);
    SignInRoutes.on(config.routes, parts.access());
    experiments(config.routes, parts);
    new ShareRoutes(parts.share(), parts.print()).on(config.routes);
    new AnswerRecipients(parts.observing().observed().notices()).on(config.routes);
    new BackupRoutes(parts.backups()).on(config.routes);
    new AnswerSearches(parts.experiments().searches()).on(config.routes);
    var comparison =
        new FindComparison(
            new FindAsked(parts.experiments(), 2, FindComparison.MOST),
            parts.experiments().findings());
    new ComparisonFigureRoutes(comparison, parts.experiments(), new AnswerFigure(parts.draw()))
        .on(config.routes);
    config
        .routes
        .get("/api/presets", new ListPresets())
        .get("/api/disk-use", new ShowDiskUse(parts.experiments()))
        .get("/api/tags", new ListTags(parts.experiments()))
        .get(
            "/api/claims",
            new ShowClaims(
                new FindAsked(parts.experiments(), 1, ShowClaims.MOST),
                parts.experiments().findings()))
        .get("/api/comparison", new ShowComparison(comparison))
        .post("/api/estimates", new EstimateExperiment(parts.estimates(), parts.experiments()))
        .post("/api/theory", new ShowTheory(parts.theory(), parts.experiments()))
        .get("/api/health", new ShowHealth(parts.observing().health()))
        .get(ShowLive.PATH, new ShowLive(parts.observing().deadlock()))
        .get("/api/health/ready", new ShowReady(parts.observing().notReady()))
        .get("/api/system", new ShowSystem(parts.observing().observed().system()))
        .get(WhoMay.METRICS, new ShowMetrics(parts.observing().metrics()))
        .get("/api/openapi.json", document)
        .get("/api/docs", new ShowDocs())
        .get("/api/docs/{file}", new ServeDocsFile())
        .get("/api/problems", new ListProblems())
        .get("/api/problems/{problem}", new ShowProblem());
    config.routes.after(RestApi::noteRoute);
    MapErrors.on(config);
  }

  /** For {@link MeasureRequests}, once it is answered: what is refused comes to no route. */
  private static void noteRoute(Context request) {
    Endpoint matched = request.endpoints().matchedHttpEndpoint();
    if (matched != null) {
      request.req().setAttribute(MeasureRequests.ROUTE, matched.path);
    }
  }

  private static void experiments(RoutesConfig routes, RestParts parts) {
    Experiments experiments = parts.experiments();
    var find = new FindExperiment(experiments);
    var trial = new FindTrial(experiments);
    var found = new FindIncluded(experiments);
    var figures = new FindFigures(experiments, found);
    new QueueRoutes(experiments, find).on(routes);
    routes
        .get("/api/experiments", new ListExperiments(experiments))
        .post("/api/experiments", new AnswerSubmit(experiments, parts.estimates(), parts.host()))
        .get(ONE, new ShowExperiment(find))
        .patch(ONE, new AnswerEdit(find, experiments, parts.host()))
        .get(ONE + "/note", new ShowNote(find, experiments))
        .put(ONE + "/note", new AnswerNote(find, experiments))
        .get(ONE + "/note/versions", new ListNoteVersions(find, experiments))
        .get(ONE + "/spec", new ShowStoredSpec(find, experiments))
        .get(ONE + "/results", new ShowResults(find, experiments))
        .get(ONE + "/findings", new ShowFindings(find, found))
        .get(ONE + "/trials/{number}", new ShowTrial(find, trial))
        .get(ONE + "/trials/{number}/losses", new ShowLossCurves(find, trial, experiments))
        .get(
            ONE + "/trials/{number}/parameters/{point}",
            new ShowParameters(find, trial, experiments))
        .get(ONE + "/tables/{table}", new ShowTable(find, experiments, found))
        .get(ONE + "/figures", new ListFigures(find, figures))
        .get(
            ONE + "/figures/{figure}",
            new ShowFigure(find, figures, new AnswerFigure(parts.draw())))
        .get(ONE + "/methods", new ShowMethods(find, parts.version()))
        .get(ONE + "/record", new ShowRecord(find, experiments))
        .post(ONE + "/again", new AnswerAgain(find, experiments, parts.estimates(), parts.host()))
        .get(ONE + "/disk-use", new ShowDiskParts(find, experiments))
        .get(ONE + "/archive", new ShowArchive(find, experiments.archives(), parts.version()))
        .post("/api/imports", new AnswerImport(experiments))
        .get(
            ONE + "/events",
            new StreamEvents(find, experiments, new LatestProgress(experiments), parts))
        .post(
            ONE + "/cancel",
            new AnswerChange(
                find,
                experiments::cancel,
                Refusals::notCancelled,
                AnswerChange.change(
                    "cancelExperiment",
                    "Stops an experiment; what was found is kept",
                    "It has ended.")))
        .post(
            ONE + "/retry",
            new AnswerChange(
                find,
                experiments::retry,
                Refusals::notRetried,
                AnswerChange.change(
                    "retryExperiment",
                    "Queues again every trial of an ended experiment that has no result",
                    "There is none, or it has not ended.")))
        .delete(
            ONE,
            new AnswerChange(
                find,
                experiments::delete,
                Refusals::notDeleted,
                AnswerChange.change(
                    "deleteExperiment",
                    "Puts an ended experiment into the bin",
                    "It has not ended, or is there already.")))
        .post(
            ONE + "/restore",
            new AnswerChange(
                find,
                experiments::restore,
                Refusals::notRestored,
                AnswerChange.change(
                    "restoreExperiment",
                    "Brings an experiment back from the bin",
                    "It is not there.")))
        .post(ONE + "/purge", new AnswerPurge(find, experiments));
  }
}
