package org.shiftscope.compute.assumption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.shiftscope.compute.assumption.CurrentState.Group;
import org.shiftscope.compute.assumption.CurrentState.Walking;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.formula.Formula;
import org.shiftscope.compute.random.GeneratorState;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.simulation.Deviates;
import org.shiftscope.compute.spec.AssumptionCheck.Domain;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.compute.spec.CurrentSpec;
import org.shiftscope.compute.stage.StageRun;

/**
 * Walkers of dθ = −∇L dt + √(T C) dW (Eq. 11, Itô) in two dimensions by Euler's scheme, and the
 * current that they carry: each displacement, divided by dt, is counted in the bin of its midpoint
 * (Stratonovich's rule). With the displacement counted where it starts, the drift would be found
 * instead. Walkers go in 16 groups with streams of their own, whose spread is the error.
 */
final class CountCurrent {

  private static final int GROUPS = 16;

  /** Steps of one walker between two reports: a few milliseconds. */
  private static final int REPORT = 8_192;

  private final Formula[] formulas;
  private final Domain domain;
  private final CurrentSpec spec;
  private final double temperature;
  private final RandomStreams streams;

  CountCurrent(Formulas field, double temperature, RandomStreams streams) {
    PlaneField plane = new PlaneField(field);
    formulas =
        new Formula[] {
          plane.loss("x"), plane.loss("y"), plane.c11(""), plane.c12(""), plane.c22("")
        };
    domain = field.domain();
    spec = field.current();
    this.temperature = temperature;
    this.streams = streams.split("walkers");
  }

  /**
   * Runs.
   *
   * @param run goes on within a group
   * @return all groups done
   * @throws Divergence where a walker leaves the finite numbers
   */
  CurrentState run(StageRun<CurrentState> run) {
    List<Group> done = new ArrayList<>(run.from().map(CurrentState::done).orElse(List.of()));
    Optional<Walking> within = run.from().flatMap(CurrentState::within);
    while (done.size() < GROUPS) {
      int g = done.size();
      var group = new WalkGroup(spec.walkers() / GROUPS, streams.split(g).fastGenerator());
      done.add(
          group.run(
              run.part(
                  within,
                  (double) g / GROUPS,
                  (g + 1.0) / GROUPS,
                  at -> new CurrentState(List.copyOf(done), Optional.of(at)))));
      within = Optional.empty();
    }
    return new CurrentState(done, Optional.empty());
  }

  /** One group, and what it has counted. */
  private final class WalkGroup {

    private final double[][] at;
    private final double[][] field;
    private final double[] xi;
    private final double[] eta;
    private final RestorableUniformRandomProvider random;
    private final Deviates.Source normal;
    private double[] density = new double[spec.bins() * spec.bins()];
    private double[] currentX = new double[density.length];
    private double[] currentY = new double[density.length];
    private double rotation;

    WalkGroup(int walkers, RestorableUniformRandomProvider random) {
      this.random = random;
      at = new double[2][walkers];
      field = new double[formulas.length][walkers];
      xi = new double[walkers];
      eta = new double[walkers];
      normal = Deviates.normal().from(random);
      Arrays.setAll(at[0], i -> within(domain.xFrom(), domain.xTo(), random.nextDouble()));
      Arrays.setAll(at[1], i -> within(domain.yFrom(), domain.yTo(), random.nextDouble()));
    }

    private void goOn(Walking state) {
      at[0] = state.x();
      at[1] = state.y();
      state.random().restore(random);
      density = state.counted().density();
      currentX = state.counted().currentX();
      currentY = state.counted().currentY();
      rotation = state.counted().rotation();
    }

    private Group counted() {
      return new Group(density, currentX, currentY, rotation);
    }

    private Group run(StageRun<Walking> run) {
      run.from().ifPresent(this::goOn);
      int forgotten = spec.steps() / 4;
      double dt = spec.timeStep();
      double area =
          (domain.xTo() - domain.xFrom()) * (domain.yTo() - domain.yFrom()) / density.length;
      double looks = (double) (spec.steps() - forgotten) * at[0].length;
      int report = Math.max(1, REPORT / at[0].length);
      for (int step = run.from().map(Walking::step).orElse(0); step < spec.steps(); step++) {
        if (step % report == 0) {
          run.progress().accept((double) step / spec.steps());
          int done = step;
          run.offer()
              .accept(() -> new Walking(done, at[0], at[1], GeneratorState.of(random), counted()));
        }
        step(dt, step < forgotten ? 0 : 1 / (looks * area), 1 / (looks * dt));
        if (!Double.isFinite(at[0][0] + at[1][0])) {
          throw new Divergence(step + 1);
        }
      }
      return counted();
    }

    private void step(double dt, double weight, double perTime) {
      for (int k = 0; k < formulas.length; k++) {
        formulas[k].values(at, field[k]);
      }
      normal.fill(xi);
      normal.fill(eta);
      double size = Math.sqrt(temperature * dt);
      double middleX = (domain.xFrom() + domain.xTo()) / 2;
      double middleY = (domain.yFrom() + domain.yTo()) / 2;
      for (int i = 0; i < xi.length; i++) {
        // Cholesky's factor of C.
        double l11 = Math.sqrt(field[2][i]);
        double l21 = field[3][i] / l11;
        double l22 = Math.sqrt(field[4][i] - l21 * l21);
        double x = at[0][i];
        double y = at[1][i];
        double nextX =
            reflect(x - field[0][i] * dt + size * l11 * xi[i], domain.xFrom(), domain.xTo());
        double nextY =
            reflect(
                y - field[1][i] * dt + size * (l21 * xi[i] + l22 * eta[i]),
                domain.yFrom(),
                domain.yTo());
        at[0][i] = nextX;
        at[1][i] = nextY;
        if (weight > 0) {
          double dx = nextX - x;
          double dy = nextY - y;
          double midX = (x + nextX) / 2;
          double midY = (y + nextY) / 2;
          int bin = bin(midX, midY);
          density[bin] += weight;
          currentX[bin] += weight * dx / dt;
          currentY[bin] += weight * dy / dt;
          rotation += perTime * ((midX - middleX) * dy - (midY - middleY) * dx);
        }
      }
    }

    private int bin(double x, double y) {
      int column = index((x - domain.xFrom()) / (domain.xTo() - domain.xFrom()));
      int row = index((y - domain.yFrom()) / (domain.yTo() - domain.yFrom()));
      return row * spec.bins() + column;
    }

    private int index(double share) {
      return Math.clamp((int) (share * spec.bins()), 0, spec.bins() - 1);
    }
  }

  private static double within(double from, double to, double share) {
    return from + (to - from) * share;
  }

  private static double reflect(double x, double from, double to) {
    if (x >= from && x <= to) {
      return x;
    }
    double width = to - from;
    double past = Math.abs(x - from) % (2 * width);
    return past <= width ? from + past : to - (past - width);
  }
}
