package org.shiftscope.compute.network;

import java.util.List;

/** A tangent that is a row of operations. */
final class Tangents {

  private Tangents() {}

  static Tangent of(List<Runnable> forward, List<Runnable> backward) {
    List<Runnable> ahead = List.copyOf(forward);
    List<Runnable> back = List.copyOf(backward);
    return new Tangent() {
      @Override
      public void forward() {
        ahead.forEach(Runnable::run);
      }

      @Override
      public void backward() {
        back.forEach(Runnable::run);
      }
    };
  }
}
