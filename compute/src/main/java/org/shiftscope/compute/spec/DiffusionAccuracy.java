package org.shiftscope.compute.spec;

/**
 * How well diffusion stands for SGD (Appendix A): a network is trained by SGD at T; there, the
 * cumulants of its samples' gradients are taken along three directions, and the terms of the
 * Kramers-Moyal expansion that follow from them. Beside that, the weak error of the Langevin
 * equation on a model where it is known exactly.
 *
 * @param title a person's name for it
 * @param training the network, without batch norm, and how it is trained at each temperature; the
 *     samples to test on only measure the end of SGD
 * @param weakError the comparison as the learning rate is halved
 */
@Id(DiffusionAccuracy.KIND)
@Offers(DiffusionPresets.class)
public record DiffusionAccuracy(
    @Default("Accuracy of diffusion") String title,
    @Flat TrainingSpec training,
    WeakErrorSpec weakError)
    implements TrainedExperiment {

  /** The kind's name in JSON. */
  public static final String KIND = "diffusion";

  public DiffusionAccuracy {
    title = title.strip();
    var problems = new Problems().title(title);
    check(problems, training.network());
    check(problems, training.sgd());
    problems.refuseIfAny();
  }

  /** The laws that this kind adds to those of training. */
  @Law
  static void check(Problems problems, NetworkSpec network) {
    problems.require(
        !(network instanceof NetworkSpec.Vgg9 vgg && vgg.batchNorm()),
        "network.batchNorm",
        "must be false: with it, a sample has no gradient of its own",
        true);
  }

  @Law
  static void check(Problems problems, SgdSpec sgd) {
    problems.require(
        sgd.dynamics().isEmpty(),
        "sgd.dynamics",
        "must be left out: the terms of the Kramers-Moyal expansion are those of plain SGD's steps",
        sgd.dynamics().map(Dynamics::name).orElse(""));
  }
}
