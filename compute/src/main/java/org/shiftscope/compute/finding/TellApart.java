package org.shiftscope.compute.finding;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Names several experiments in sentences. */
public final class TellApart {

  private static final int SHORT = 8;

  private TellApart() {}

  /**
   * The title of each; where several have one title, with the beginning of its id.
   *
   * @param titles as many as ids
   */
  public static List<String> names(List<String> ids, List<String> titles) {
    return IntStream.range(0, ids.size())
        .mapToObj(
            i ->
                Collections.frequency(titles, titles.get(i)) == 1
                    ? titles.get(i)
                    : titles.get(i) + " (" + beginning(ids.get(i)) + ")")
        .toList();
  }

  private static String beginning(String id) {
    return id.substring(0, Math.min(SHORT, id.length()));
  }
}
