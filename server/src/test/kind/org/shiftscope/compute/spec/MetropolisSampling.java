package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Metropolis's walk in the double well U(x) = (x² − 1)² + tilt · x: for each temperature and seed
 * one chain whose steady state is exp(−U/T).
 *
 * @param title a person's name for it
 * @param tilt of the wells, -1 to 1
 * @param stride half the width of a proposal, 0.01 to 10
 * @param steps of a chain, 100 to 10,000,000,000
 * @param temperatures the temperatures T
 * @param seeds one trial for each temperature and seed
 */
@Id("metropolis")
@Offers(MetropolisSampling.ToStartFrom.class)
public record MetropolisSampling(
    @Default("Metropolis in a double well") String title,
    @Default("0.1") double tilt,
    @Default("1") double stride,
    long steps,
    Temperatures temperatures,
    Seeds seeds)
    implements ExperimentSpec {

  public MetropolisSampling {
    title = title.strip();
    var problems = new Problems().title(title);
    problems.number("tilt", tilt, -1, 1);
    problems.number("stride", stride, 0.01, 10);
    problems.wholeNumber("steps", steps, 100, 10_000_000_000L);
    Axes.of(temperatures, seeds).check(problems, 1_000, "temperatures", "seeds");
    problems.refuseIfAny();
  }

  @Override
  public Axes axes() {
    return Axes.of(temperatures, seeds);
  }

  @Override
  public Optional<DatasetSpec> dataset(int trial) {
    return Optional.empty();
  }

  /** U(x). */
  public double energy(double x) {
    return (x * x - 1) * (x * x - 1) + tilt * x;
  }

  static final class ToStartFrom implements Supplier<List<Preset>> {
    @Override
    public List<Preset> get() {
      String title = "Metropolis: two wells";
      return List.of(
          new Preset(
              "metropolis-two-wells",
              title,
              "Which of two wells a Metropolis chain is found in, against the exact share.",
              new MetropolisSampling(
                  title,
                  0.1,
                  1,
                  400_000,
                  new Temperatures.Logarithmic(0.1, 1, 4),
                  new Seeds(List.of(0L, 1L, 2L)))));
    }
  }
}
