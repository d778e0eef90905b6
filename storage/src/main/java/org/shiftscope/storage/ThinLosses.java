package org.shiftscope.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.shiftscope.compute.stage.LossCurve;
import org.shiftscope.compute.stage.LossCurve.Point;

/**
 * Keeps how the losses of a trial go, stage by stage, in bounded room: points at least a gap of
 * time apart, at first 20 ms, which doubles each time that there are {@value #MOST}, when every
 * second is dropped. The gradient's norm, which costs a pass over the parameters, is asked for of
 * these alone: some 50 times in the first seconds, and ever more rarely. Safe for use by many
 * threads.
 */
final class ThinLosses {

  static final int MOST = 200;
  static final long FIRST_GAP = 20_000_000;

  private final LongSupplier nanoTime;
  private final Map<String, Stage> stages = new LinkedHashMap<>();

  /** {@code nanoTime}: a clock that never goes back, in nanoseconds. */
  ThinLosses(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  synchronized void at(String stage, long step, double loss, DoubleSupplier gradientNorm) {
    Stage told = stages.computeIfAbsent(stage, _ -> new Stage());
    long now = nanoTime.getAsLong();
    if (told.isDue(now)) {
      told.keep(now, new Point(step, loss, gradientNorm.getAsDouble()));
    }
  }

  /** In the order in which stages began. */
  synchronized List<LossCurve> curves() {
    return stages.entrySet().stream()
        .map(each -> new LossCurve(each.getKey(), each.getValue().kept))
        .toList();
  }

  private static final class Stage {

    private final List<Point> kept = new ArrayList<>();
    private long last;
    private long gap = FIRST_GAP;

    boolean isDue(long now) {
      if (kept.size() == MOST && now - last >= gap) {
        halve();
      }
      return kept.isEmpty() || now - last >= gap;
    }

    void keep(long now, Point point) {
      last = now;
      kept.add(point);
    }

    /** Every second is dropped, the newest among them. */
    private void halve() {
      for (int i = 1; i <= MOST / 2; i++) {
        kept.remove(i); // those before it have moved up
      }
      last -= gap;
      gap *= 2;
    }
  }
}
