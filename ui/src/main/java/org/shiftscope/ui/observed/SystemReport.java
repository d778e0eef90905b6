package org.shiftscope.ui.observed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.shiftscope.storage.Vitals;

/**
 * How the server is and what it is made of.
 *
 * @param trouble what keeps it from its work, a sentence; empty where nothing does
 * @param versions what it is made of
 * @param uptime time since its start
 * @param devices a sentence that says what trials run on, and why
 * @param lanes what runs trials
 * @param running the trials that run
 * @param memory what it holds and what there is
 * @param disk where its data is
 * @param engine its database; empty where that does not answer
 */
public record SystemReport(
    Optional<String> trouble,
    Versions versions,
    Duration uptime,
    String devices,
    List<Lane> lanes,
    List<Vitals.AtWork> running,
    MemoryUse memory,
    Disk disk,
    Optional<Vitals.Engine> engine) {

  public SystemReport {
    lanes = List.copyOf(lanes);
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
   * @param slots trials that can run at the same time
   * @param running trials that run here now
   * @param waiting trials that wait for it
   */
  public record Lane(String device, String name, int slots, int running, long waiting) {}

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
}
