package org.shiftscope.server.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.Named;

/**
 * How the server is watched from outside, and whom it tells.
 *
 * @param logFormat how lines of the log are written
 * @param metricsOpenTo IP addresses that read the metrics without a token
 * @param address where people reach it, for links in what it sends; empty for where it listens
 * @param noticesToLoopback whether notices may be sent to this machine itself, to addresses that
 *     hold on one link alone, and to those of clouds' metadata
 * @param mail the SMTP server that takes its e-mail, where there is one
 */
public record ObserveConfig(
    LogFormat logFormat,
    List<String> metricsOpenTo,
    Optional<URI> address,
    boolean noticesToLoopback,
    Optional<MailConfig> mail) {

  /** What holds where nothing is set. */
  public static final ObserveConfig DEFAULT =
      new ObserveConfig(LogFormat.TEXT, List.of(), Optional.empty(), false, Optional.empty());

  public ObserveConfig {
    metricsOpenTo = List.copyOf(metricsOpenTo);
  }

  /** How a line of the log is written. */
  public enum LogFormat implements Named {
    /** For a person who reads it. */
    TEXT("Text"),
    /** For a program that gathers it: an object for each line. */
    JSON("JSON");

    private final String title;

    LogFormat(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }
}
