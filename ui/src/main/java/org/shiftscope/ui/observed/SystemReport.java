package org.shiftscope.ui.observed;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.shiftscope.storage.BackupUnderWay;
import org.shiftscope.storage.Vitals;

/**
 * How the server is and what it is made of.
 *
 * @param trouble what keeps it from its work, a sentence; empty where nothing does
 * @param versions what it is made of
 * @param uptime time since its start
 * @param devices a sentence that says what trials run on, and why
 * @param lanes what runs trials, in whatever process
 * @param workers the processes that run them
 * @param running the trials that run
 * @param memory what it holds and what there is
 * @param disk where its data is
 * @param engine its database; empty where that does not answer
 * @param backups those that are made; empty where none are
 */
public record SystemReport(
    Optional<String> trouble,
    Versions versions,
    Duration uptime,
    String devices,
    List<Lane> lanes,
    List<WorkerAtWork> workers,
    List<Vitals.AtWork> running,
    MemoryUse memory,
    Disk disk,
    Optional<Vitals.Engine> engine,
    Optional<BackupPlan> backups) {

  public SystemReport {
    lanes = List.copyOf(lanes);
    workers = List.copyOf(workers);
    running = List.copyOf(running);
  }

  /**
   * What the process is made of.
   *
   * @param product Shiftscope's version
   * @param commit of its sources
   * @param java the Java that runs it
   * @param libraries what computes arrays
   * @param kernels what rules the order of additions
   * @param system the operating system
   */
  public record Versions(
      String product,
      String commit,
      String java,
      String libraries,
      String kernels,
      String system) {}

  /**
   * A device that runs trials.
   *
   * @param device its lane: {@code cpu}, {@code gpu0}
   * @param name what a person calls it
   * @param slots trials that can run at the same time, of all workers
   * @param running trials that run now
   * @param waiting trials that wait for it
   * @param paused since when it is paused; empty where it is not
   */
  public record Lane(
      String device, String name, int slots, int running, int waiting, Optional<Instant> paused) {}

  /**
   * A process that runs trials.
   *
   * @param id its identity, another at each start
   * @param host the machine's name
   * @param process its number there
   * @param lanes the slots of each lane that it serves
   * @param version of Shiftscope
   * @param processor what it computes on
   * @param kernels what rules the order of additions
   * @param started when it came
   * @param heartbeat when it told last that it lives; empty for the only one that there can be
   */
  public record WorkerAtWork(
      String id,
      String host,
      long process,
      SortedMap<String, Integer> lanes,
      String version,
      String processor,
      String kernels,
      Instant started,
      Optional<Instant> heartbeat) {

    /** Of all its lanes. */
    public int slots() {
      return lanes.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * Memory, in bytes.
   *
   * @param heapUsed of Java's heap, what is used
   * @param heapMost that the heap can have
   * @param resident that the process holds of the machine, heap included
   * @param takenByTrials that trials which run have taken, of heap and arrays together
   * @param machine that the machine or container has
   * @param left that all programs on it leave
   */
  public record MemoryUse(
      long heapUsed, long heapMost, long resident, long takenByTrials, long machine, long left) {}

  /**
   * The disk of the data folder.
   *
   * @param folder where it is: for who may submit, not for who only reads
   * @param free bytes that are left
   * @param size bytes in all
   */
  public record Disk(Path folder, long free, long size) {}

  /**
   * The backups that are made.
   *
   * @param folder where they lie: for who may submit, not for who only reads
   * @param nightly when one is made each night, by the server's clock
   * @param kept how many of those made by night stay
   * @param last when the newest was made, by night or by hand; empty where there is none
   * @param underWay what is done with one now; empty where nothing is
   */
  public record BackupPlan(
      Path folder,
      LocalTime nightly,
      int kept,
      Optional<Instant> last,
      Optional<BackupUnderWay> underWay) {}
}
