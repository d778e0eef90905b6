package org.shiftscope.compute.kind.landscape;

import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shiftscope.compute.landscape.PredictLandscape;
import org.shiftscope.compute.spec.DomainSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.ObjectiveSpec;
import org.shiftscope.compute.spec.Temperatures;

/**
 * The landscapes that were looked at last, explored: a slider through temperatures asks for the
 * same one many times a second. Safe for use by many threads.
 */
final class ExploredLandscapes {

  private static final int KEPT = 16;

  /** Curves go this far below and above the temperatures of the spec. */
  private static final double BELOW = 10;

  private static final double ABOVE = 3;

  private static final double LOWEST = 1e-12;

  private static final Map<Key, PredictLandscape> KEPT_LAST =
      Collections.synchronizedMap(
          new LinkedHashMap<>(KEPT, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, PredictLandscape> eldest) {
              return size() > KEPT;
            }
          });

  private ExploredLandscapes() {}

  /** All that the theory depends on. */
  private record Key(
      ObjectiveSpec objective,
      double shift,
      String noise,
      DomainSpec domain,
      Temperatures temperatures) {}

  static PredictLandscape of(Landscape spec) {
    var key =
        new Key(spec.objective(), spec.shift(), spec.noise(), spec.domain(), spec.temperatures());
    PredictLandscape kept = KEPT_LAST.get(key);
    if (kept == null) {
      DoubleSummaryStatistics range =
          spec.temperatures().values().stream()
              .mapToDouble(Double::doubleValue)
              .summaryStatistics();
      kept =
          new PredictLandscape(
              spec.landscape(), Math.max(LOWEST, range.getMin() / BELOW), range.getMax() * ABOVE);
      KEPT_LAST.put(key, kept);
    }
    return kept;
  }
}
