package org.shiftscope.compute.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists the fields in which two specs differ, but for their titles. Of a field that may be one of
 * several things, as a plan of SGD, another one is one difference, told with all that belongs to it
 * alone; what both have is compared field by field.
 */
public final class CompareSpecs {

  /** They choose which trials there are; with splits on one side alone, the samples differ. */
  private static final Set<String> CHOOSE_TRIALS = Set.of("temperatures", "seeds", "batchSizes");

  private static final String SPLITS = "dataset.splits";

  /** What is measured beside the rest, and leaves the rest as it is. */
  private static final Set<String> BESIDE =
      Set.of("curvature", "measures", "window", "refinement.earlier");

  /** Of a temperature, as in the labels of trials. */
  private static final int DIGITS = 4;

  private static final String NONE = "none";

  /** What leaving a field out means, where that has a better word. */
  private static final Map<String, String> LEFT_OUT = Map.of("sgd.dynamics", "plain");

  private final List<SpecDifference> found = new ArrayList<>();

  private CompareSpecs() {}

  /** The differences, in the order of the fields. */
  public static List<SpecDifference> of(ExperimentSpec reference, ExperimentSpec other) {
    var compare = new CompareSpecs();
    compare.records("", (Record) reference, (Record) other);
    return List.copyOf(compare.found);
  }

  private void records(String path, Record reference, Record other) {
    Map<String, Object> first = fields(reference);
    Map<String, Object> second = fields(other);
    boolean another = !reference.getClass().equals(other.getClass());
    Set<String> names = new LinkedHashSet<>(first.keySet());
    names.addAll(second.keySet());
    if (another) {
      names.removeIf(name -> !toldAlone(at(path, name), name, first, second));
      add(path.isEmpty() ? "kind" : path, of(reference, names), of(other, names));
    }
    names.forEach(name -> values(at(path, name), first.get(name), second.get(name)));
  }

  /** What both have, and an option whose absence says something too. */
  private static boolean toldAlone(
      String path, String name, Map<String, Object> first, Map<String, Object> second) {
    return (first.containsKey(name) && second.containsKey(name)) || LEFT_OUT.containsKey(path);
  }

  private static String at(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private void values(String path, @Nullable Object reference, @Nullable Object other) {
    if (path.equals("title") || same(reference, other)) {
      return;
    }
    if (reference instanceof Record first
        && other instanceof Record second
        && !CHOOSE_TRIALS.contains(path)
        && !bare(first)
        && !bare(second)) {
      records(path, first, second);
    } else {
      add(path, said(path, reference), said(path, other), changes(path, reference, other));
    }
  }

  private static boolean same(@Nullable Object reference, @Nullable Object other) {
    return (reference instanceof Temperatures first && other instanceof Temperatures second)
        ? first.values().equals(second.values())
        : Objects.equals(reference, other);
  }

  private static boolean changes(String path, @Nullable Object reference, @Nullable Object other) {
    boolean oneAlone = reference == null || other == null;
    return !(CHOOSE_TRIALS.contains(path)
        || (path.equals(SPLITS) && !oneAlone)
        || (BESIDE.contains(path) && oneAlone));
  }

  private void add(String path, String reference, String other) {
    add(path, reference, other, true);
  }

  private void add(String path, String reference, String other, boolean changes) {
    found.add(new SpecDifference(path, reference, other, changes));
  }

  /** The fields that are there by their names; those of flat records in their place. */
  private static Map<String, Object> fields(Record record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (RecordForm.Component component : RecordForm.of(record.getClass()).components()) {
      Object value = component.of(record);
      if (component.flat()) {
        fields.putAll(fields((Record) value));
      } else if (value instanceof Optional<?> optional) {
        optional.ifPresent(present -> fields.put(component.name(), present));
      } else {
        fields.put(component.name(), value);
      }
    }
    return fields;
  }

  private static boolean bare(Record record) {
    return RecordForm.of(record.getClass()).bare();
  }

  private static String said(String path, @Nullable Object value) {
    return value == null ? LEFT_OUT.getOrDefault(path, NONE) : say(value);
  }

  private static String say(Object value) {
    return switch (value) {
      case Named choice -> choice.id();
      case Seeds seeds -> seeds(seeds.values());
      case Temperatures temperatures ->
          temperatures.values().stream()
              .map(each -> SayValue.rounded(each, DIGITS))
              .collect(Collectors.joining(", "));
      case List<?> list ->
          list.isEmpty()
              ? NONE
              : list.stream().map(CompareSpecs::say).collect(Collectors.joining(", "));
      case Record record when bare(record) -> say(fields(record).values().iterator().next());
      case Record record -> of(record, Set.of());
      default -> SayValue.of(value);
    };
  }

  /** "momentum 0.9", "isotropic, epsilon 0.05": without the fields that are told elsewhere. */
  private static String of(Record record, Set<String> elsewhere) {
    RecordForm form = RecordForm.of(record.getClass());
    String id = form.toldBy().isPresent() ? form.id() : "";
    String parts =
        fields(record).entrySet().stream()
            .filter(field -> !elsewhere.contains(field.getKey()))
            .filter(field -> !field.getKey().equals("title"))
            .map(
                field ->
                    (field.getKey().equals(id) ? "" : field.getKey() + " ") + say(field.getValue()))
            .collect(Collectors.joining(", "));
    boolean named = parts.isEmpty() || fields(record).containsKey(id);
    return Stream.of(id, parts)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(named ? " " : ", "));
  }

  /** "0 to 39" of seeds that follow one another. */
  private static String seeds(List<Long> values) {
    boolean follow =
        values.size() > 2
            && values.getLast() - values.getFirst() == values.size() - 1
            && values.equals(values.stream().sorted().toList());
    return follow ? values.getFirst() + " to " + values.getLast() : SayValue.of(values);
  }
}
