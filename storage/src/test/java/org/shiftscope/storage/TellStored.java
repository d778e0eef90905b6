package org.shiftscope.storage;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All that the front door tells of an experiment, as one line of JSON. */
final class TellStored {

  private static final JsonMapper JSON = new JsonMapper();

  private TellStored() {}

  static String of(Experiments door, ExperimentId id) {
    Experiment experiment = door.find(id).orElseThrow();
    ObjectNode json =
        JSON.createObjectNode()
            .put("id", id.value())
            .put("state", experiment.state().id())
            .put("submitted", experiment.submitted().toString())
            .put("started", experiment.started().toString())
            .put("ended", experiment.ended().toString())
            .put("listed", experiment.summary().deleted().isEmpty());
    json.set("spec", WriteSpec.toJson(experiment.spec().orElseThrow()));
    labels(door, experiment.summary(), json);
    door.trials(id).forEach(trial -> json.withArray("trials").add(trial(door, id, trial)));
    door.events(id, 0)
        .forEach(event -> json.withArray("events").add(event.sequence() + ": " + words(event)));
    return json.toString();
  }

  private static void labels(Experiments door, ExperimentSummary summary, ObjectNode json) {
    json.put("title", summary.title());
    json.set("labels", JSON.valueToTree(summary.labels()));
    door.noteVersions(summary.id())
        .forEach(
            version ->
                json.withArray("notes")
                    .add(
                        version
                            + ": "
                            + door.note(summary.id(), version.version()).orElseThrow().text()));
    json.set("found", JSON.valueToTree(summary.found()));
    json.set("outcomes", JSON.valueToTree(summary.outcomes()));
    json.put("repeats", door.repeats(summary.id()).map(ExperimentId::value).orElse(""));
    json.set("origins", JSON.valueToTree(door.archives().origins(summary.id())));
  }

  private static ObjectNode trial(Experiments door, ExperimentId id, Trial trial) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("number", trial.number())
            .put("state", trial.state().id())
            .put("attempts", trial.attempts())
            .put("started", trial.started().toString())
            .put("ended", trial.ended().toString())
            .put("failure", trial.failure().orElse(""));
    trial.result().ifPresent(result -> json.set("result", ResultJson.toJson(result)));
    for (NamedPoint point : NamedPoint.values()) {
      door.parameters(id, trial.number(), point)
          .ifPresent(theta -> json.put(point.toString(), theta.length + ": " + digest(theta)));
    }
    return json;
  }

  private static String words(Event event) {
    return event.type().id() + event.trial() + " at " + event.at() + ": " + event.message();
  }

  private static String digest(double[] theta) {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * theta.length);
    for (double value : theta) {
      bytes.putDouble(value);
    }
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
