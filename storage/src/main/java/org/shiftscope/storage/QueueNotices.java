package org.shiftscope.storage;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts notices on their way, in the transaction that ends an experiment: what a crash lets end is
 * told of, and what it does not is not.
 */
final class QueueNotices {

  private QueueNotices() {}

  /** To every recipient who wants to be told of it. */
  static void ofEnd(Change change, ExperimentId id, ExperimentState state, Tally tally) {
    change
        .handle()
        .createQuery("SELECT id, told_of FROM recipient WHERE enabled")
        .map((row, context) -> new String[] {row.getString("id"), row.getString("told_of")})
        .filter(each -> ("," + each[1] + ",").contains("," + state.id() + ","))
        .list()
        .forEach(each -> queue(change, each[0], ended(change, id, state, tally)));
  }

  /** To one, so that its owner sees whether it arrives. Returns whether there is that one. */
  static boolean test(Change change, String recipient) {
    ObjectNode notice =
        notice(change, "test")
            .set(
                "data",
                JsonNodeFactory.instance
                    .objectNode()
                    .put("message", "Shiftscope tells of experiments here from now on."));
    return queue(change, recipient, notice);
  }

  private static ObjectNode ended(
      Change change, ExperimentId id, ExperimentState state, Tally tally) {
    ObjectNode notice = notice(change, "experiment." + state.id());
    ObjectNode data = notice.putObject("data");
    data.put("id", id.value());
    Optional<String[]> named =
        change
            .handle()
            .createQuery("SELECT title, kind FROM experiment WHERE id = :id")
            .bind("id", id.value())
            .map((row, context) -> new String[] {row.getString("title"), row.getString("kind")})
            .findOne();
    named.ifPresent(both -> data.put("title", both[0]).put("kind", both[1]));
    data.put("state", state.id())
        .put("trials", tally.trials())
        .put("finished", tally.count(TrialState.FINISHED))
        .put("failed", tally.count(TrialState.FAILED))
        .put("cancelled", tally.count(TrialState.CANCELLED));
    ObjectNode outcomes = data.putObject("outcomes");
    tally.outcomes().forEach(outcomes::put);
    data.put("message", FollowTrials.sentence(state, tally));
    return notice;
  }

  private static ObjectNode notice(Change change, String type) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("timestamp", change.now().toString());
  }

  private static boolean queue(Change change, String recipient, ObjectNode notice) {
    Update insert =
        change
            .handle()
            .createUpdate(
                "INSERT INTO delivery"
                    + " (id, recipient, body, made, tries, next_try, delivered, answer)"
                    + " SELECT :delivery, id, :body, CAST(:now AS TIMESTAMP(6) WITH TIME ZONE), 0,"
                    + " CAST(:now AS TIMESTAMP(6) WITH TIME ZONE), FALSE, ''"
                    + " FROM recipient WHERE id = :recipient");
    return insert
            .bind("delivery", "msg_" + UUID.randomUUID())
            .bind("recipient", recipient)
            .bind("body", notice.toString())
            .bind("now", change.now())
            .execute()
        == 1;
  }
}
