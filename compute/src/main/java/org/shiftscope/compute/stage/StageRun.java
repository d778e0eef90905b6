package org.shiftscope.compute.stage;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How a stage of a trial is followed while it runs, and where it takes up its work.
 *
 * @param <S> all that the stage needs to go on, with the same bits, from a boundary between its
 *     steps
 * @param from where to go on; empty for the start
 * @param progress hears the share that is done, 0 to 1, first where the stage starts or goes on;
 *     may throw to stop
 * @param offer is offered the stage's state at every boundary. A state shares the stage's arrays,
 *     so it is asked for and written down before this returns, or not at all
 * @param losses hears how the loss goes, of stages that descend on one
 */
public record StageRun<S>(
    Optional<S> from, DoubleConsumer progress, Consumer<Supplier<S>> offer, HearLoss losses) {

  /** A run of which nobody hears how the loss goes. */
  public StageRun(Optional<S> from, DoubleConsumer progress, Consumer<Supplier<S>> offer) {
    this(from, progress, offer, HearLoss.none());
  }

  /** A stage that starts from its beginning, and of which nothing is kept. */
  public static <S> StageRun<S> whole(DoubleConsumer progress) {
    return new StageRun<>(Optional.empty(), progress, state -> {});
  }

  /**
   * The run of a part of the stage.
   *
   * @param within where the part goes on
   * @param begin share of the stage that is done before it
   * @param end share that is done after it
   * @param around makes the stage's state of the part's
   */
  public <P> StageRun<P> part(Optional<P> within, double begin, double end, Function<P, S> around) {
    return new StageRun<>(
        within,
        share -> progress.accept(begin + Math.clamp(share, 0, 1) * (end - begin)),
        offered -> offer.accept(() -> around.apply(offered.get())),
        losses);
  }
}
