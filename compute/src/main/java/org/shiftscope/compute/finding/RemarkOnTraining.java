package org.shiftscope.compute.finding;

import java.util.EnumSet;
import java.util.Set;
import org.shiftscope.compute.result.Remark;

/** What there is to say of a trial that trained a network. */
public final class RemarkOnTraining {

  private RemarkOnTraining() {}

  /** The remarks that apply. */
  public static Set<Remark> of(boolean capped, boolean unconverged, boolean hardlyTrained) {
    Set<Remark> remarks = EnumSet.noneOf(Remark.class);
    add(remarks, capped, Remark.CAPPED);
    add(remarks, unconverged, Remark.UNCONVERGED);
    add(remarks, hardlyTrained, Remark.HARDLY_TRAINED);
    return remarks;
  }

  private static void add(Set<Remark> remarks, boolean applies, Remark remark) {
    if (applies) {
      remarks.add(remark);
    }
  }
}
