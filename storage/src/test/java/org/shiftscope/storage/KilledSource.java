package org.shiftscope.storage;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.PointRef;
import org.shiftscope.storage.TrialQueue.Lane;

/**
 * A server that is made to be killed after a trial that another waits for: says {@code stored} once
 * its end is on disk. The lane of the other is not at work.
 */
final class KilledSource {

  private KilledSource() {}

  /**
   * @param arguments the folder, and the URL of the database where it is one of PostgreSQL
   */
  public static void main(String[] arguments) throws Exception {
    var place =
        new RecordPlace(
            Path.of(arguments[0]),
            arguments.length > 1 ? Optional.of(PostgresServer.at(arguments[1])) : Optional.empty());
    try (Storage storage = Storage.open(place, Clock.systemUTC());
        var heard = new Heard(storage.experiments())) {
      storage.queue().serve(List.of(new Lane("gpu0", 1), new Lane("gpu1", 1)), Samples.EXECUTION);
      Experiment chain =
          storage
              .experiments()
              .submit(Samples.second("killed", PointRef.own(0, NamedPoint.SGD_END)));
      storage
          .queue()
          .start(
              new Lane("gpu0", 1),
              (spec, trial, watch) -> {
                watch.reached(NamedPoint.SGD_END, new double[] {trial, 0.5});
                return Samples.result(trial);
              });
      heard.awaitTrial(chain, Event.Type.TRIAL_ENDED, 0);
      System.out.println("stored");
      System.out.flush();
      Thread.sleep(60_000);
    }
  }
}
