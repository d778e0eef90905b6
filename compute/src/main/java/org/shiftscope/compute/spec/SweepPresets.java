package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.shiftscope.compute.spec.RefinementSpec.Flow;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;

/** Temperature sweeps to start from: the paper's, and what must hold. */
final class SweepPresets implements Supplier<List<Preset>> {

  private static final LineSpec LINE = new LineSpec(-1, 2, 61);
  private static final RefinementSpec PAPER_FLOW = new Flow(5, 5, new Integrator.Adaptive(1e-5));

  /** The same, measured at τ = 0.2 and 1 too: a tenth more gradients on an mlp. */
  private static final RefinementSpec ON_ITS_WAY =
      new Flow(
          5, 5, new Integrator.Adaptive(1e-5), Optional.of(new EarlierTimes(List.of(0.04, 0.2))));

  /**
   * The paper's times for ResNet10: 10,000 epochs at 1e-4, of five steps on train and of one on
   * test. Pooling and ReLU kink the flow of a cnn more than an mlp's: this gives both κ of a ReLU
   * cnn to 4e-4, and a tighter tolerance costs gradients in proportion
   * (docs/results/refinement.md). Measured at a fifth of both times too, which took no more
   * gradients on a small cnn.
   */
  private static final RefinementSpec CNN_FLOW = flow(5, 1);

  /**
   * On deep networks that are narrow: by this tolerance flows come to their ends in 20 to 500
   * gradients, where the paper's rate takes 10,000 (docs/results/refinement.md).
   */
  static final RefinementSpec NARROW_FLOW = new Flow(1, 1, new Integrator.Adaptive(1e-3));

  private static Flow flow(double train, double test) {
    return new Flow(
        train,
        test,
        new Integrator.Extrapolated(5e-5),
        Optional.of(new EarlierTimes(List.of(0.2))));
  }

  @Override
  public List<Preset> get() {
    return List.of(
        quickStart(),
        measures(),
        paperOnFashionMnist(),
        reducedWidth(
            "vgg16",
            "VGG16",
            new NetworkSpec.Vgg16(Activation.RELU, 0.125, Initialisation.HE),
            "Forty minutes"),
        reducedWidth(
            "resnet10",
            "ResNet10",
            new NetworkSpec.ResNet10(Activation.RELU, 0.125, Initialisation.HE),
            "Three quarters of an hour"),
        fullSize(
            "vgg16",
            "VGG16",
            new NetworkSpec.Vgg16(Activation.RELU, 1, Initialisation.HE),
            flow(10, 2)),
        fullSize(
            "resnet10",
            "ResNet10",
            new NetworkSpec.ResNet10(Activation.RELU, 1, Initialisation.HE),
            CNN_FLOW),
        convex());
  }

  private static Preset measures() {
    return new Preset(
        "measures-digits",
        "Which measure predicts the test loss?",
        "The quick start's network at four temperatures and twelve seeds, with eleven other measures at each train point:"
            + " curvatures, sharpnesses, norms, the local learning coefficient, gradient noise. A league table ranks them and"
            + " the shift-curvature by how they go with the test loss. About a minute on two cores.",
        new TemperatureSweep(
            "Which measure predicts the test loss? Digits",
            new TrainingSpec(
                DatasetSpec.all(DatasetName.DIGITS),
                new NetworkSpec.Mlp(List.of(32), Activation.RELU, 1),
                new Temperatures.Logarithmic(3e-3, 3e-2, 4),
                seeds(12),
                new SgdSpec.AtTemperature(32, 600, 100_000, 1e-5)),
            PAPER_FLOW,
            LINE,
            Optional.empty(),
            Optional.of(MeasuresSpec.standard())));
  }

  private static Preset quickStart() {
    return new Preset(
        "quick-start",
        "Quick start: digits",
        "A small network on 8 × 8 digits at four temperatures and three seeds, measured at three flow times. It shows the"
            + " paper's trends: curvature and shift-curvature fall as the temperature rises. A few seconds on two cores.",
        new TemperatureSweep(
            "Quick start: digits",
            new TrainingSpec(
                DatasetSpec.all(DatasetName.DIGITS),
                new NetworkSpec.Mlp(List.of(32), Activation.RELU, 1),
                new Temperatures.Logarithmic(3e-3, 3e-2, 4),
                seeds(3),
                new SgdSpec.AtTemperature(32, 600, 100_000, 1e-5)),
            ON_ITS_WAY,
            LINE));
  }

  private static Preset paperOnFashionMnist() {
    return new Preset(
        "paper-figures-1-3-fashion-mnist",
        "Paper, Figs 1–3, at reduced width: Fashion-MNIST",
        "The paper's temperature sweep with a small convolutional network on a part of Fashion-MNIST. Tens of minutes on two"
            + " cores. Needs the Fashion-MNIST files in the data folder, or Debian's package dataset-fashion-mnist.",
        new TemperatureSweep(
            "Paper, Figs 1–3, at reduced width: Fashion-MNIST",
            new TrainingSpec(
                new DatasetSpec(DatasetName.FASHION_MNIST, 2_500, 500),
                new NetworkSpec.Cnn(List.of(8, 16), 3, List.of(32), Activation.RELU, 1),
                new Temperatures.Logarithmic(5e-4, 4e-3, 4),
                seeds(5),
                new SgdSpec.AtTemperature(50, 300, 10_000, 1e-5)),
            CNN_FLOW,
            LINE));
  }

  private static Preset reducedWidth(String id, String name, NetworkSpec network, String time) {
    String title = "Paper, Figs 1–3, at reduced width: " + name + " on CIFAR-10";
    return new Preset(
        "paper-figures-1-3-" + id,
        title,
        "The paper's temperature sweep with "
            + name
            + " at an eighth of its channels, on a part of CIFAR-10. "
            + time
            + " on two cores, and 2 GB of memory. Needs the official binary files of CIFAR-10 in the data folder.",
        new TemperatureSweep(
            title,
            reducedWidth(network, new Temperatures.Logarithmic(4e-4, 1e-3, 3), seeds(5)),
            NARROW_FLOW,
            LINE));
  }

  /**
   * At an eighth of the width a gradient of a sample takes half a millisecond, and a trial some
   * 500,000 of them. The flow time is enough to learn most of the train samples at these
   * temperatures; after 150 at 2e-3 VGG16 had learnt half of 2,500, and would be left out as hardly
   * trained.
   */
  static TrainingSpec reducedWidth(NetworkSpec network, Temperatures temperatures, Seeds seeds) {
    return new TrainingSpec(
        new DatasetSpec(DatasetName.CIFAR_10, 2_000, 500),
        network,
        temperatures,
        seeds,
        new SgdSpec.AtTemperature(25, 120, 10_000, 1e-5));
  }

  /**
   * The paper's table of Figs 1 to 3: B = 100, λ = 1e-5, E · T = 400 · 5e-5, hence a flow time of
   * 1,000. It does not tell the temperatures but for that one, nor how many seeds there were.
   */
  private static Preset fullSize(
      String id, String name, NetworkSpec network, RefinementSpec refinement) {
    String title = "Paper, Figs 1–3, full size: " + name + " on CIFAR-10";
    return new Preset(
        "paper-figures-1-3-" + id + "-full",
        title,
        "The paper's temperature sweep with "
            + name
            + " at its full width, on all of CIFAR-10. Made for a machine with a graphics card: see the estimate first."
            + " Needs the official binary files of CIFAR-10 in the data folder.",
        new TemperatureSweep(
            title,
            new TrainingSpec(
                DatasetSpec.all(DatasetName.CIFAR_10),
                network,
                new Temperatures.Logarithmic(5e-5, 4e-4, 4),
                seeds(5),
                new SgdSpec.AtTemperature(100, 1_000, 10_000, 1e-5)),
            refinement,
            LINE));
  }

  private static Preset convex() {
    return new Preset(
        "softmax-regression",
        "A convex model, where Eq. 3 must hold",
        "Softmax regression on the digits, with both minima found to a gradient of 1e-6: there is one minimum for each loss,"
            + " so nothing depends on the temperature and Eq. 3 misses only by its third order. A second or two.",
        new TemperatureSweep(
            "Softmax regression on digits",
            new TrainingSpec(
                DatasetSpec.all(DatasetName.DIGITS),
                new NetworkSpec.Mlp(List.of(), Activation.RELU, 1),
                new Temperatures.Logarithmic(3e-3, 3e-2, 2),
                seeds(2),
                new SgdSpec.AtTemperature(32, 60, 10_000, 1e-2)),
            new RefinementSpec.Minimum(1e-6, 10_000),
            LINE));
  }

  private static Seeds seeds(int count) {
    return new Seeds(LongStream.range(0, count).boxed().toList());
  }
}
