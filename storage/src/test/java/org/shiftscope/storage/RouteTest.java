package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RouteTest {

  private static List<String> lanes(Map<String, Integer> slots, int trials) {
    Route route = Route.through(slots);
    return IntStream.range(0, trials).mapToObj(trial -> route.of(trial).device()).toList();
  }

  private static Map<String, Integer> slots(int cpu, int gpu) {
    Map<String, Integer> slots = new LinkedHashMap<>();
    slots.put("cpu", cpu);
    slots.put("gpu0", gpu);
    return slots;
  }

  @Test
  void lanesWithAsManySlotsAreTakenInTurn() {
    assertThat(lanes(slots(2, 2), 4)).containsExactly("cpu", "gpu0", "cpu", "gpu0");
    assertThat(lanes(Map.of("cpu", 7), 2)).containsExactly("cpu", "cpu");
  }

  @Test
  void aLaneWithMoreSlotsIsTakenMoreOften() {
    assertThat(lanes(slots(3, 1), 5)).containsExactly("cpu", "gpu0", "cpu", "cpu", "cpu");
    assertThat(lanes(slots(8, 3), 8)).filteredOn("gpu0"::equals).hasSize(2); // 8 to 3 is 3 to 1
  }

  @Test
  void noLaneIsLeftOutHoweverManySlotsAnotherHas() {
    Route route = Route.through(slots(10_000, 1));
    assertThat(route.turns()).hasSize(51);
    assertThat(route.tables()).extracting(LaneTable::device).containsExactly("cpu", "gpu0");
  }
}
