package org.shiftscope.compute.kind;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.PointRef;
import org.shiftscope.compute.stage.Input;
import org.shiftscope.compute.stage.TrialCheckpoints;
import org.shiftscope.compute.stage.TrialWatch;

/**
 * A watch that keeps a checkpoint in memory at one of the times offered, and then cancels the
 * trial. The next trial that it watches goes on from there.
 */
final class KeptCheckpoints implements TrialWatch, TrialCheckpoints {

  private final List<String> offered = new ArrayList<>();
  private final List<String> phases = new ArrayList<>();
  private final List<Double> told = new ArrayList<>();
  private final Map<NamedPoint, double[]> points = new LinkedHashMap<>();
  private byte[] newest = {};
  private String phase = "";
  private int cancelAt = Integer.MAX_VALUE;
  private Optional<String> cancelIn = Optional.empty();
  private boolean cancelled;

  /** Lets the next trial go until it was offered so many times to keep a checkpoint, from 0. */
  void cancelAt(int offer) {
    cancel(Optional.empty(), offer);
  }

  /** The same, but of those times in one phase alone. */
  void cancelIn(String phase, int offer) {
    cancel(Optional.of(phase), offer);
  }

  private void cancel(Optional<String> phase, int offer) {
    cancelIn = phase;
    cancelAt = offer;
    cancelled = false;
    offered.clear();
    told.clear();
    phases.clear();
  }

  /** Makes a change to the bytes kept. */
  void damage(int index) {
    newest[index] ^= 1;
  }

  /** Loses all bytes from one on. */
  void cut(int length) {
    newest = Arrays.copyOf(newest, length);
  }

  /** What is kept. */
  byte[] bytes() {
    return newest.clone();
  }

  /** Keeps what another watch does. */
  void keep(byte[] bytes) {
    newest = bytes.clone();
  }

  /** The phases that were told of, one entry for each time. */
  List<String> phases() {
    return phases;
  }

  /** The phases in which a checkpoint was offered, one entry for each time. */
  List<String> offered() {
    return offered;
  }

  /** The progress of the last trial. */
  List<Double> told() {
    return told;
  }

  /** The points that were told. */
  Map<NamedPoint, double[]> points() {
    return points;
  }

  @Override
  public void progress(String now, double fraction) {
    phase = now;
    phases.add(now);
    told.add(fraction);
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public void reached(NamedPoint point, double[] theta) {
    points.put(point, theta.clone());
  }

  @Override
  public Input input(PointRef point) {
    return CheckedTrial.instant().watch().input(point);
  }

  @Override
  public TrialCheckpoints checkpoints() {
    return this;
  }

  @Override
  public Optional<InputStream> newest() {
    return newest.length == 0 ? Optional.empty() : Optional.of(new ByteArrayInputStream(newest));
  }

  @Override
  public boolean due() {
    offered.add(phase);
    return cancelIn
        .map(one -> one.equals(phase) && Collections.frequency(offered, one) == cancelAt + 1)
        .orElse(offered.size() == cancelAt + 1);
  }

  @Override
  public void keep(Content content) {
    var out = new ByteArrayOutputStream();
    try {
      content.writeTo(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    newest = out.toByteArray();
    cancelled = true;
  }
}
