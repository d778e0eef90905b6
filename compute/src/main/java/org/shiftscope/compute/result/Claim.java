package org.shiftscope.compute.result;

import org.shiftscope.compute.spec.Named;

/** The claims of the paper that experiments are judged by. */
public enum Claim implements Named {
  /** Figs 1 to 3. */
  C1("Curvature along the shift, train and test, falls as T rises", "a temperature sweep"),
  /** Figs 1 to 3: by the fit and by ½ sᵀHs. */
  C2("The shift-curvature falls as T rises", "a temperature sweep"),
  /** Eq. 3. */
  C3("Eq. 3 predicts the test loss at the train point", "a temperature sweep"),
  /** Section 4. */
  C4(
      "The shift-curvature exceeds the difference of the minima between temperatures",
      "a temperature sweep"),
  /** Eq. 7. */
  C5(
      "The shift-curvature is the largest of the three curvatures of Eq. 4 at small T",
      "a decomposition, or a sweep with a window"),
  /** Eq. 11, Fig. 5. */
  C6(
      "Losses depend on η and B through T = η / B alone",
      "a two-stage experiment with several batch sizes at one temperature"),
  /** Fig. 5. */
  C7(
      "The test loss falls as T rises, the train loss stays roughly constant",
      "a temperature sweep or a two-stage experiment"),
  /** Fig. 5. */
  C8(
      "The given train and test samples are of one distribution",
      "a resampling of train and test samples"),
  /** Fig. 5. */
  C9(
      "Finite samples make the shift: test loss and ‖s‖ rise as samples fall",
      "a resampling over sizes"),
  /** Figs 1 to 3, of VGG16 and ResNet10 alone. */
  C10(
      "‖s‖ and the order of test and train curvature are those of the network",
      "a temperature sweep of a VGG or a ResNet"),
  /** Appendix F. */
  C11(
      "Losses along the line are asymmetric, steeper towards the train point",
      "a temperature sweep");

  private final String title;
  private final String judgedBy;

  Claim(String title, String judgedBy) {
    this.title = title;
    this.judgedBy = judgedBy;
  }

  @Override
  public String title() {
    return title;
  }

  /** The experiments that hold evidence for it. */
  public String judgedBy() {
    return judgedBy;
  }

  /** What evidence says of a claim. */
  public enum Verdict implements Named {
    /** It holds where it was looked at. */
    SUPPORTED("Supported"),
    /** The opposite holds. */
    CONTRADICTED("Contradicted"),
    /** The trials do not tell. */
    UNDECIDED("Undecided");

    private final String title;

    Verdict(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }
}
