package org.shiftscope.compute.kind;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.data.FileState;
import org.shiftscope.compute.estimate.NotEnoughMemory;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.stage.OnOtherKernels;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.stage.TrialWatch;

/**
 * Runs trials of every kind. Safe for use by many threads: each trial runs in the thread that
 * calls, on arrays of its own.
 */
public final class RunTrial {

  private final DataFolder folder;
  private final Execution execution;
  private final OnOtherKernels resume;
  private final Map<DatasetSpec, Kept> datasets;

  /**
   * Prepares.
   *
   * @param folder where datasets are looked for
   * @param execution stands on each result
   */
  public RunTrial(DataFolder folder, Execution execution) {
    this(folder, execution, OnOtherKernels.ANEW, new ConcurrentHashMap<>());
  }

  private RunTrial(
      DataFolder folder,
      Execution execution,
      OnOtherKernels resume,
      Map<DatasetSpec, Kept> datasets) {
    this.folder = folder;
    this.execution = execution;
    this.resume = resume;
    this.datasets = datasets;
  }

  /** The same on another device, sharing the datasets that were read. */
  public RunTrial as(Execution other) {
    return new RunTrial(folder, other, resume, datasets);
  }

  /** The same with another rule for checkpoints that were computed on other kernels. */
  public RunTrial resuming(OnOtherKernels rule) {
    return new RunTrial(folder, execution, rule, datasets);
  }

  /**
   * Runs a trial. The result depends on the spec and the trial's number alone, to the last bit, on
   * one kind of machine.
   *
   * @param trial its number, from 0
   * @throws TrialCancelled when the watch asks for it
   * @throws org.shiftscope.compute.data.DatasetUnavailable where its dataset cannot be read
   * @throws NotEnoughMemory where memory ran out, of whatever kind
   */
  public TrialResult run(ExperimentSpec spec, int trial, TrialWatch watch) {
    try {
      Execution on = resume.execution(on(spec, trial), watch.checkpoints());
      return Kind.of(spec).run(new TrialContext(trial, watch, on, this::dataset));
    } catch (RuntimeException | Error thrown) {
      throw NotEnoughMemory.of(thrown);
    }
  }

  private Execution on(ExperimentSpec spec, int trial) {
    return spec.dataset(trial)
        .map(samples -> execution.on(dataset(samples).fingerprint()))
        .orElse(execution);
  }

  /**
   * Trials of a sweep share the samples, which nobody modifies; the garbage collector may take them
   * in between. They are read again where a file was replaced.
   */
  private Dataset dataset(DatasetSpec spec) {
    List<FileState> files = folder.state(spec);
    Kept kept = datasets.get(spec);
    Dataset dataset = kept != null && kept.files.equals(files) ? kept.dataset.get() : null;
    if (dataset == null) {
      dataset = folder.open(spec);
      datasets.put(spec, new Kept(files, new SoftReference<>(dataset)));
    }
    return dataset;
  }

  /**
   * Samples in memory.
   *
   * @param files what their files were before they were read
   * @param dataset the samples, until memory is short
   */
  private record Kept(List<FileState> files, SoftReference<Dataset> dataset) {}
}
