package org.shiftscope.compute.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shiftscope.compute.stage.Checkpoint.Entered;

/**
 * The stages of one trial, run one after another. Their progress is made that of the trial, each
 * weighed by its cost; checkpoints keep the results of those that ended and the state of the
 * present one. A trial that goes on from a checkpoint is given the results of the stages that had
 * ended without running them, and the present stage its state, so that it ends with the same bits.
 */
public final class Stages implements AutoCloseable {

  private final TrialContext context;
  private final List<StageCost> costs;
  private final Origin origin;
  private final StoredStages stored;
  private final List<Entered> ended = new ArrayList<>();

  Stages(TrialContext context, List<StageCost> costs, Origin origin) {
    this.context = context;
    this.costs = costs;
    this.origin = origin;
    stored = StoredStages.newest(context.watch().checkpoints(), origin);
  }

  /**
   * Runs a stage, or returns what it came to before.
   *
   * @param <S> a record, or a sealed interface of records, with which the stage goes on
   * @param name one of the costs' stages; each is run once at most, in their order
   * @param stage does the work, and throws {@link TrialCancelled} where its progress does
   * @return the stage's result; after its arrays are modified, no stage may be run
   */
  public <S, R extends Record> R run(
      String name, Class<S> state, Class<R> result, Function<StageRun<S>, R> stage) {
    Optional<R> before = stored.ended(name, result);
    DoubleConsumer progress = progress(name);
    R found =
        before.orElseGet(
            () ->
                stage.apply(
                    new StageRun<>(
                        stored.within(name, state),
                        progress,
                        offered ->
                            offer(() -> List.of(new Entered(name, false, state, offered.get()))),
                        (step, loss, norm) -> context.watch().losses(name, step, loss, norm))));
    ended.add(new Entered(name, true, result, found));
    if (before.isEmpty()) {
      progress.accept(1);
      offer(List::of);
    }
    return found;
  }

  /** Hears the share of a stage that is done, and tells that of the trial. */
  private DoubleConsumer progress(String name) {
    List<String> names = costs.stream().map(StageCost::stage).toList();
    int first = names.indexOf(name);
    if (first < 0) {
      throw new IllegalArgumentException("No stage is called " + name + ": " + costs);
    }
    double all = gradients(costs);
    double before = gradients(costs.subList(0, first));
    double after = gradients(costs.subList(0, names.lastIndexOf(name) + 1));
    return share -> {
      context.poll();
      // Never above where the next stage begins, not by a last digit either.
      double done = Math.min(after, before + (after - before) * share);
      context.watch().progress(name, Math.min(1, done / all));
    };
  }

  private static double gradients(List<StageCost> costs) {
    return costs.stream().mapToDouble(StageCost::gradients).sum();
  }

  private void offer(Supplier<List<Entered>> present) {
    TrialCheckpoints checkpoints = context.watch().checkpoints();
    if (checkpoints.due()) {
      List<Entered> stages = Stream.concat(ended.stream(), present.get().stream()).toList();
      checkpoints.keep(new Checkpoint(origin, stages)::writeTo);
    }
  }

  /** Closes the checkpoint that the trial went on from. */
  @Override
  public void close() {
    stored.close();
  }
}
