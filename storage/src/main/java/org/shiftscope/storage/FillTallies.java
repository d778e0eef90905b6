package org.shiftscope.storage;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.spec.ExperimentSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings the experiments of an older version up to date, once: the words and names that a search
 * looks in, the weights of trials that have yet to run, the tally. An experiment has its words
 * last, so a kill in between costs nothing.
 */
final class FillTallies {

  private static final int AT_ONCE = 100;

  private FillTallies() {}

  static void fill(Database database) {
    while (database.change(FillTallies::some) > 0) {}
  }

  private static int some(Change change) {
    List<ExperimentId> old =
        change
            .handle()
            .createQuery("SELECT id FROM experiment WHERE words IS NULL FETCH FIRST :n ROWS ONLY")
            .bind("n", AT_ONCE)
            .mapTo(String.class)
            .map(ExperimentId::new)
            .list();
    ReadExperiments.documents(change.handle(), old).forEach((id, spec) -> one(change, id, spec));
    return old.size();
  }

  private static void one(Change change, ExperimentId id, StoredDocument stored) {
    ReadExperiments.spec(stored).content().ifPresent(spec -> weigh(change, id, spec));
    KeepTally.count(change, id);
    change
        .handle()
        .createUpdate(
            "UPDATE experiment SET words = :words, dataset = :dataset, network = :network"
                + " WHERE id = :id")
        .bind("words", words(id, stored))
        .bind("dataset", named(stored, "dataset"))
        .bind("network", named(stored, "network"))
        .bind("id", id.value())
        .execute();
  }

  /** A stored text that is no JSON is searched as it is. */
  private static String words(ExperimentId id, StoredDocument stored) {
    try {
      return SubmitExperiment.words(id, JsonMapper.shared().readTree(stored.json()));
    } catch (JacksonException damaged) {
      return (id.value() + " " + stored.format() + " " + stored.json()).toLowerCase(Locale.ROOT);
    }
  }

  private static @Nullable String named(StoredDocument stored, String field) {
    try {
      return SubmitExperiment.named(JsonMapper.shared().readTree(stored.json()), field);
    } catch (JacksonException damaged) {
      return null;
    }
  }

  private static void weigh(Change change, ExperimentId id, ExperimentSpec spec) {
    PreparedBatch batch =
        change
            .handle()
            .prepareBatch(
                "UPDATE trial SET weight = :weight WHERE experiment = :id AND number = :number");
    IntStream.range(0, spec.trialCount())
        .forEach(
            n ->
                batch
                    .bind("weight", Kind.of(spec).cost(n))
                    .bind("id", id.value())
                    .bind("number", n)
                    .add());
    batch.execute();
  }
}
