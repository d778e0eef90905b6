package org.shiftscope.ui.comparison;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.compute.result.ExperimentComparison.Quantity;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.chosen.AskedExperiments;
import org.shiftscope.ui.frame.Navigation;

/**
 * What a person looks at in a comparison, kept in the address.
 *
 * @param experiments their ids, the reference first
 * @param quantity the key of the quantity; empty for the first
 * @param spread what bands are
 * @param lines the trials whose lines are laid over one another; empty for one of each experiment
 * @param scatter which quantities are against each other; none at first
 */
public record ComparisonChoice(
    List<String> experiments,
    String quantity,
    MeanBand spread,
    List<OfTrial> lines,
    ScatterChoice scatter) {

  /** As many as the palette has colours. */
  public static final int MOST_LINES = 8;

  static final String SPREAD = "spread";
  static final String LINES = "lines";

  /** Copies the lists. */
  public ComparisonChoice {
    experiments = List.copyOf(experiments);
    lines = List.copyOf(lines);
  }

  /** A trial of an experiment. */
  public record OfTrial(ExperimentId experiment, int number) {

    /** As it stands in an address: {@code id:3}; empty where it is no such thing. */
    static Optional<OfTrial> parse(String text) {
      String[] parts = text.split(":", -1);
      return parts.length == 2 && parts[1].matches("\\d{1,6}")
          ? ExperimentId.parse(parts[0]).map(id -> new OfTrial(id, Integer.parseInt(parts[1])))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return experiment + ":" + number;
    }
  }

  static ComparisonChoice from(Location address, int most) {
    return from(
        AskedExperiments.ids(address, most), address.getQueryParameters()::getSingleParameter);
  }

  /** What a query says; what it names wrongly is as it is first looked at. */
  public static ComparisonChoice from(
      List<String> experiments, Function<String, Optional<String>> query) {
    return new ComparisonChoice(
        experiments,
        query.apply(Navigation.QUANTITY).orElse(""),
        query.apply(SPREAD).flatMap(id -> Named.find(MeanBand.values(), id)).orElse(MeanBand.ERROR),
        named(query).stream()
            .flatMap(line -> OfTrial.parse(line).stream())
            .distinct()
            .limit(MOST_LINES)
            .toList(),
        ScatterChoice.from(query));
  }

  /** The trials whose lines a query names, as it writes them. */
  static List<String> named(Function<String, Optional<String>> query) {
    return query.apply(LINES).stream().flatMap(lines -> Stream.of(lines.split(",", -1))).toList();
  }

  QueryParameters query() {
    Map<String, String> query = new LinkedHashMap<>();
    if (!experiments.isEmpty()) {
      query.put(Navigation.EXPERIMENTS_OF, String.join(",", experiments));
    }
    if (!quantity.isEmpty()) {
      query.put(Navigation.QUANTITY, quantity);
    }
    if (spread != MeanBand.ERROR) {
      query.put(SPREAD, spread.id());
    }
    if (!lines.isEmpty()) {
      query.put(LINES, lines.stream().map(OfTrial::toString).collect(Collectors.joining(",")));
    }
    scatter.putInto(query);
    return QueryParameters.simple(query);
  }

  /** The quantity of a comparison; its first where none was chosen or it has no such one. */
  Quantity quantity(ExperimentComparison of) {
    return of.quantities().stream()
        .filter(each -> QuantityKey.of(each).equals(quantity))
        .findFirst()
        .orElse(of.quantities().getFirst());
  }

  /** As it is first looked at. */
  static ComparisonChoice first(List<String> experiments) {
    return new ComparisonChoice(experiments, "", MeanBand.ERROR, List.of(), ScatterChoice.FIRST);
  }

  /** The same of other experiments; lines of one that is gone go with it. */
  ComparisonChoice of(List<String> others) {
    return new ComparisonChoice(
        others,
        quantity,
        spread,
        lines.stream().filter(line -> others.contains(line.experiment().value())).toList(),
        scatter);
  }

  ComparisonChoice quantity(String other) {
    return new ComparisonChoice(experiments, other, spread, lines, scatter);
  }

  ComparisonChoice spread(MeanBand other) {
    return new ComparisonChoice(experiments, quantity, other, lines, scatter);
  }

  ComparisonChoice lines(List<OfTrial> others) {
    return new ComparisonChoice(experiments, quantity, spread, others, scatter);
  }

  ComparisonChoice scatter(ScatterChoice other) {
    return new ComparisonChoice(experiments, quantity, spread, lines, other);
  }
}
