package org.shiftscope.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.shiftscope.compute.stage.LossCurve;
import org.shiftscope.compute.stage.LossCurve.Point;

/**
 * Keeps how the losses of a trial go, stage by stage, in bounded room: of what is told of a stage
 * every 2^k-th, k as small as leaves at most {@value #MOST}. So the gradient's norm, which costs a
 * pass over the parameters, is asked for some {@value #MOST} · log n times in n. Safe for use by
 * many threads.
 */
final class ThinLosses {

  static final int MOST = 200;

  private final Map<String, Stage> stages = new LinkedHashMap<>();

  synchronized void at(String stage, long step, double loss, DoubleSupplier gradientNorm) {
    stages.computeIfAbsent(stage, _ -> new Stage()).at(step, loss, gradientNorm);
  }

  /** In the order in which stages began. */
  synchronized List<LossCurve> curves() {
    return stages.entrySet().stream()
        .map(each -> new LossCurve(each.getKey(), each.getValue().kept))
        .toList();
  }

  private static final class Stage {

    private final List<Point> kept = new ArrayList<>();
    private long told;
    private long every = 1;

    void at(long step, double loss, DoubleSupplier gradientNorm) {
      if (told++ % every == 0) {
        if (kept.size() == MOST) {
          halve();
          if ((told - 1) % every != 0) {
            return;
          }
        }
        kept.add(new Point(step, loss, gradientNorm.getAsDouble()));
      }
    }

    private void halve() {
      for (int i = 1; i <= MOST / 2; i++) {
        kept.remove(i); // every second: those before it have moved up
      }
      every *= 2;
    }
  }
}
