package org.shiftscope.server.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a Java process holds of its heap after all rubbish is gone, by class.
 *
 * @param bytes of all objects
 * @param ofClass how many objects and bytes of each class, by its name
 */
record LiveHeap(long bytes, Map<String, Held> ofClass) {

  private static final Pattern ROW =
      Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+)(?: \\(.*\\))?");
  private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)\\s*");

  LiveHeap {
    ofClass = Map.copyOf(ofClass);
  }

  /** Objects of a class. */
  record Held(long objects, long bytes) {}

  /** Asks a process, which collects its rubbish first, and stands still for it. */
  static LiveHeap of(long process) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process asked =
        new ProcessBuilder(jcmd.toString(), Long.toString(process), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    Map<String, Held> ofClass = new HashMap<>();
    long all = -1;
    try (BufferedReader answer = asked.inputReader(StandardCharsets.UTF_8)) {
      for (String line = answer.readLine(); line != null; line = answer.readLine()) {
        Matcher row = ROW.matcher(line);
        Matcher total = TOTAL.matcher(line);
        if (row.matches()) {
          ofClass.put(
              row.group(3), new Held(Long.parseLong(row.group(1)), Long.parseLong(row.group(2))));
        } else if (total.matches()) {
          all = Long.parseLong(total.group(1));
        }
      }
    }
    if (all < 0) {
      throw new IOException("jcmd told nothing of the heap of process " + process);
    }
    return new LiveHeap(all, ofClass);
  }

  /** How many objects there are of a class. */
  long count(String name) {
    return ofClass.getOrDefault(name, new Held(0, 0)).objects();
  }

  /** The classes that hold the most more than before. */
  String grownSince(LiveHeap before) {
    return ofClass.entrySet().stream()
        .map(
            each ->
                Map.entry(
                    each.getKey(),
                    each.getValue().bytes()
                        - before.ofClass.getOrDefault(each.getKey(), new Held(0, 0)).bytes()))
        .sorted(Comparator.comparingLong((Map.Entry<String, Long> each) -> -each.getValue()))
        .limit(8)
        .map(each -> String.format(Locale.ROOT, "%s %+d kB", each.getKey(), each.getValue() >> 10))
        .collect(Collectors.joining(", "));
  }

  /**
   * How much more the heap holds with each minute, by least squares.
   *
   * @param minutes when each was looked at, rising
   * @return bytes a minute
   */
  static double trend(List<Double> minutes, List<LiveHeap> heaps) {
    double time = minutes.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double held = heaps.stream().mapToDouble(LiveHeap::bytes).average().orElseThrow();
    double above = 0;
    double below = 0;
    for (int i = 0; i < heaps.size(); i++) {
      above += (minutes.get(i) - time) * (heaps.get(i).bytes() - held);
      below += (minutes.get(i) - time) * (minutes.get(i) - time);
    }
    return above / below;
  }
}
