package org.shiftscope.compute.finding;

import java.util.EnumSet;
import java.util.Set;
import org.shiftscope.compute.result.MinimumCertificate.Grade;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.ShiftMeasurement.RefinedPoint;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;

/** What there is to say of a trial that trained a network. */
public final class RemarkOnTraining {

  private RemarkOnTraining() {}

  /** The remarks that apply. */
  public static Set<Remark> of(SgdEnd sgd, boolean unconverged, boolean hardlyTrained) {
    Set<Remark> remarks = EnumSet.noneOf(Remark.class);
    add(remarks, sgd.capped(), Remark.CAPPED);
    add(remarks, sgd.stillFalls(), Remark.STILL_FALLING);
    add(remarks, unconverged, Remark.UNCONVERGED);
    add(remarks, hardlyTrained, Remark.HARDLY_TRAINED);
    return remarks;
  }

  /** The same, with what the certificates of both points say. */
  public static Set<Remark> withPoints(Set<Remark> remarks, RefinedPoint train, RefinedPoint test) {
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
