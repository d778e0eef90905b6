package org.shiftscope.ui.scatter;

import java.nio.DoubleBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shiftscope.compute.finding.RanksTogether;
import org.shiftscope.compute.random.RandomStreams;

/**
 * Keeps rank correlations of the pairs that were looked at last: a page tells them at every news of
 * its experiment, most of which change none of the numbers, and shuffles take a while. Safe for use
 * by many threads.
 */
final class KeepRanks {

  private static final int MOST_KEPT = 32;

  private static final Map<Key, RanksTogether> KEPT = new LinkedHashMap<>(16, 0.75f, true);

  private KeepRanks() {}

  /** The correlations; {@code pairs} must not change afterwards. */
  static RanksTogether of(RankTable.Pairs pairs, long seed) {
    var key =
        new Key(
            DoubleBuffer.wrap(pairs.groups()),
            DoubleBuffer.wrap(pairs.x()),
            DoubleBuffer.wrap(pairs.y()),
            seed);
    synchronized (KEPT) {
      RanksTogether before = KEPT.get(key);
      if (before != null) {
        return before;
      }
    }
    var found =
        RanksTogether.of(
            pairs.groups(), pairs.x(), pairs.y(), RandomStreams.of(seed).split(ScatterTab.ID));
    synchronized (KEPT) {
      KEPT.put(key, found);
      if (KEPT.size() > MOST_KEPT) {
        KEPT.remove(KEPT.keySet().iterator().next()); // the one that was asked for longest ago
      }
    }
    return found;
  }

  /** Compared by their numbers, as buffers are. */
  private record Key(DoubleBuffer groups, DoubleBuffer x, DoubleBuffer y, long seed) {}
}
