package org.shiftscope.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.ControlQueue;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.LaneSummary;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What people do with the queue: pause, resume, order, try again, and who is next. */
record QueueRoutes(Experiments experiments, FindExperiment find) {

  private static final String ONE = "/api/experiments/{id}";
  private static final String TRIAL = ONE + "/trials/{number}";
  private static final String LANE = "/api/lanes/{device}";
  private static final int MOST = 1_000;

  void on(RoutesConfig routes) {
    ControlQueue control = experiments.control();
    ofExperiments(routes, control);
    routes
        .post(
            TRIAL + "/pause",
            trial(
                control::pause,
                "has ended or is paused",
                "pauseTrial",
                "Pauses a trial: it keeps a checkpoint and leaves its device"))
        .post(
            TRIAL + "/resume",
            trial(
                control::resume,
                "is not paused",
                "resumeTrial",
                "Lets a paused trial go on from its checkpoint"))
        .post(
            TRIAL + "/retry",
            trial(
                control::retry,
                "did not fail and was not cancelled, or its experiment is deleted",
                "retryTrial",
                "Queues a trial again that failed or was cancelled"))
        .get("/api/queue", new Described(queue(), this::line))
        .get("/api/lanes", new Described(lanes(), this::lanes))
        .post(LANE + "/pause", lane(control::pauseLane, "is paused already", "pauseLane"))
        .post(LANE + "/resume", lane(control::resumeLane, "is not paused", "resumeLane"));
  }

  private void ofExperiments(RoutesConfig routes, ControlQueue control) {
    routes
        .post(
            ONE + "/pause",
            new AnswerChange(
                find,
                control::pause,
                Refusals::notPaused,
                AnswerChange.change(
                    "pauseExperiment",
                    "Pauses an experiment: trials that run keep checkpoints and leave their devices",
                    "It has ended, or is paused.")))
        .post(
            ONE + "/resume",
            new AnswerChange(
                find,
                control::resume,
                Refusals::notResumed,
                AnswerChange.change(
                    "resumeExperiment",
                    "Lets paused trials go on from their checkpoints",
                    "None is paused.")))
        .post(
            ONE + "/front",
            new AnswerChange(
                find,
                control::toFront,
                Refusals::notMoved,
                AnswerChange.change(
                    "moveToFront",
                    "Puts an experiment before all others that wait, with the priority of those",
                    "It has ended.")))
        .post(
            ONE + "/retry-failed",
            new AnswerChange(
                find,
                control::retryFailed,
                Refusals::notRetriedFailed,
                AnswerChange.change(
                    "retryFailedTrials",
                    "Queues again the trials that failed, but none that was cancelled",
                    "None has failed, or it is deleted.")));
  }

  private Described trial(
      BiPredicate<ExperimentId, Integer> change, String refusal, String id, String summary) {
    var trials = new FindTrial(experiments);
    return new Described(
        RouteDescription.named(id, summary)
            .answers(200, "The trial as it is now", TrialJson::schema)
            .refuses(ProblemType.CONFLICT, "It " + refusal + "."),
        request -> {
          Experiment experiment = find.in(request);
          int number = trials.in(request, experiment.id()).number();
          if (!change.test(experiment.id(), number)) {
            throw new ConflictResponse(
                "Nothing changed: trial "
                    + number
                    + " of experiment "
                    + experiment.id()
                    + " "
                    + refusal
                    + ".");
          }
          request.json(TrialJson.of(experiment.spec(), trials.in(request, experiment.id())));
        });
  }

  private static RouteDescription queue() {
    return RouteDescription.named(
            "listQueue", "Lists experiments of which trials wait, the one that is next first")
        .query("limit", Schemas.integer(1, MOST).put("default", 100), "At most so many")
        .answers(200, "The experiments", Schemas.listOf(ExperimentJson::summarySchema));
  }

  private void line(Context request) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    experiments
        .control()
        .line(ReadNumber.of(request, "limit", 100, 1, MOST))
        .forEach(each -> json.add(ExperimentJson.summary(each)));
    request.json(json);
  }

  private static RouteDescription lanes() {
    return RouteDescription.named("listLanes", "Lists the lanes, one for each device")
        .answers(200, "The lanes", all -> Schemas.listOf(laneSchema()));
  }

  private void lanes(Context request) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    experiments.control().lanes().forEach(lane -> json.add(json(lane)));
    request.json(json);
  }

  private Described lane(Predicate<String> change, String refusal, String id) {
    boolean pauses = id.startsWith("pause");
    return new Described(
        RouteDescription.named(
                id,
                pauses
                    ? "Pauses a lane: its trials that run keep checkpoints and wait, others do not start"
                    : "Lets a lane go on")
            .answers(200, "The lane as it is now", all -> laneSchema())
            .refuses(ProblemType.CONFLICT, "It " + refusal + "."),
        request -> {
          String device = request.pathParam("device");
          find(device);
          if (!change.test(device)) {
            throw new ConflictResponse("Nothing changed: lane " + device + " " + refusal + ".");
          }
          request.json(json(find(device)));
        });
  }

  private LaneSummary find(String device) {
    return experiments.control().lanes().stream()
        .filter(lane -> lane.device().equals(device))
        .findFirst()
        .orElseThrow(() -> new NotFoundResponse("There is no lane " + device + "."));
  }

  private static ObjectNode json(LaneSummary lane) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("device", lane.device())
        .put("paused", lane.paused().map(Object::toString).orElse(null))
        .put("running", lane.running())
        .put("waiting", lane.waiting());
  }

  private static ObjectNode laneSchema() {
    return Schemas.object("The queue of one device.")
        .field("device", Schemas.text(), "The device's short name: cpu, gpu0")
        .field("paused", Schemas.orNull(Schemas.time()), "Since when it is paused")
        .field("running", Schemas.integer(), "Trials that run now")
        .field("waiting", Schemas.integer(), "Trials that wait")
        .end();
  }
}
