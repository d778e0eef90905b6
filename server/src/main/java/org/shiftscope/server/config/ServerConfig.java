package org.shiftscope.server.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.shiftscope.storage.RecordPlace;

/**
 * How the server runs.
 *
 * @param listen where it listens, and how
 * @param record where the record is, with the data folder, absolute
 * @param work how it runs trials
 * @param bin how long a deleted experiment can be restored; then it is purged
 * @param backups those that are made by themselves
 * @param access who may reach it, and for how long they are known
 * @param observe how it is watched from outside, and whom it tells
 */
public record ServerConfig(
    ListenConfig listen,
    RecordPlace record,
    WorkConfig work,
    Duration bin,
    BackupConfig backups,
    AccessConfig access,
    ObserveConfig observe) {

  /**
   * Where a program on this machine finds it, whatever its certificate says.
   *
   * @param port that it got
   */
  public URI inside(int port) {
    return URI.create(
        (listen.tls().isPresent() ? "https://" : "http://")
            + listen.localName()
            + ":"
            + port
            + listen.path());
  }

  /** The data folder. */
  public Path data() {
    return record.folder();
  }

  /**
   * Where a browser on this machine finds it: by https under the first of its names, which its
   * certificate is for.
   *
   * @param port that it got
   */
  public URI address(int port) {
    List<String> names = access.names();
    boolean tls = listen.tls().isPresent();
    String name = tls && !names.isEmpty() ? names.getFirst() : listen.localName();
    return URI.create((tls ? "https://" : "http://") + name + ":" + port + listen.path());
  }
}
