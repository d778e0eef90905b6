package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Optional;
import org.shiftscope.compute.estimate.Estimate;
import org.shiftscope.compute.kind.EstimateCost;
import org.shiftscope.compute.kind.Host;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.SpecSchemas;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.IdempotencyKey;
import org.shiftscope.storage.Queueing;

/**
 * Submits an experiment that can run here: its dataset's files are there, and the memory. A request
 * with a key that was sent before is answered as it was then.
 */
record AnswerSubmit(Experiments experiments, EstimateCost estimates, Host host)
    implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return ReadQueueing.describe(submit())
        .takes(SpecSchemas::refer, "The spec")
        .answers(201, "The experiment", ExperimentJson::schema)
        .withHeader(201, "Location", "Its address")
        .refuses(ProblemType.INVALID_SPEC, "Every problem of the spec, by field.")
        .refuses(ProblemType.IDEMPOTENCY_KEY_REUSED, "Another request has this key.");
  }

  private static RouteDescription submit() {
    return RouteDescription.named(
            "submitExperiment", "Submits an experiment: keeps its spec and queues its trials")
        .says(
            "It is refused where a law is broken, a dataset's files are missing, or a trial needs"
                + " more memory than the machine has.")
        .header(
            ReadKey.HEADER,
            Schemas.text().put("maxLength", 257),
            "Names this request, such as a UUID: sent again with the same body and query within 24"
                + " hours, it is answered with the same experiment");
  }

  @Override
  public void handle(Context request) {
    byte[] body = ReadBody.bytes(request);
    Optional<IdempotencyKey> key = ReadKey.of(request, body);
    Experiment experiment =
        key.flatMap(experiments::submitted)
            .orElseGet(() -> submit(body, ReadQueueing.of(request, host), key));
    request
        .status(HttpStatus.CREATED)
        .header("Location", request.contextPath() + ExperimentJson.path(experiment))
        .json(ExperimentJson.whole(experiment, request.contextPath()));
  }

  private Experiment submit(byte[] body, Queueing queueing, Optional<IdempotencyKey> key) {
    ExperimentSpec spec = ReadBody.asSpec(body, experiments);
    host.check(spec);
    Optional<Duration> expected = estimates.known(spec).map(Estimate::work);
    return key.map(named -> experiments.submit(spec, expected, queueing, named))
        .orElseGet(() -> experiments.submit(spec, expected, queueing));
  }
}
