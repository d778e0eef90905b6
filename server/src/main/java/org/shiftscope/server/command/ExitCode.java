package org.shiftscope.server.command;

/** With what the commands for scripts end. */
final class ExitCode {

  static final int DONE = 0;

  /** The machine, the disk, the network or the server failed: the same command may work later. */
  static final int FAILED = 1;

  /** The command line is wrong, or a file that it names; picocli's own. */
  static final int USAGE = 2;

  /** The spec has problems: mend it. */
  static final int INVALID = 3;

  /** The experiment ended without a result for every trial. */
  static final int UNFINISHED = 4;

  /** The server refused for another reason than the spec: unknown, not allowed, no such state. */
  static final int REFUSED = 5;

  private ExitCode() {}
}
