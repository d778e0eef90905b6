package org.shiftscope.compute.finding;

import java.util.EnumSet;
import java.util.Set;
import org.shiftscope.compute.result.MinimumCertificate.Grade;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.ShiftMeasurement.RefinedPoint;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;

/** What there is to say of a trial that trained a network. */
public final class RemarkOnTraining {

  private RemarkOnTraining() {}

  /** The remarks that apply to one that measured at the end of SGD. */
  public static Set<Remark> of(SgdEnd sgd) {
    return of(sgd, HardlyTrained.is(sgd));
  }

  /** Those that apply where something else than its end tells whether it was trained. */
  public static Set<Remark> of(SgdEnd sgd, boolean hardlyTrained) {
    Set<Remark> remarks = EnumSet.noneOf(Remark.class);
    add(remarks, sgd.capped(), Remark.CAPPED);
    add(remarks, sgd.stillFalls(), Remark.STILL_FALLING);
    add(remarks, hardlyTrained, Remark.HARDLY_TRAINED);
    return remarks;
  }

  /** Those that apply to one that measured at both refined points, with what was judged of them. */
  public static Set<Remark> of(SgdEnd sgd, Outcome outcome, RefinedPoint train, RefinedPoint test) {
    Set<Remark> remarks = of(sgd, HardlyTrained.is(sgd, train));
    add(remarks, outcome == Outcome.UNCONVERGED, Remark.UNCONVERGED);
    add(remarks, isNone(train), Remark.TRAIN_POINT_NO_MINIMUM);
    add(remarks, isNone(test), Remark.TEST_POINT_NO_MINIMUM);
    return remarks;
  }

  private static boolean isNone(RefinedPoint point) {
    return point.certificate().filter(it -> it.grade() == Grade.NOT_A_MINIMUM).isPresent();
  }

  private static void add(Set<Remark> remarks, boolean applies, Remark remark) {
    if (applies) {
      remarks.add(remark);
    }
  }
}
