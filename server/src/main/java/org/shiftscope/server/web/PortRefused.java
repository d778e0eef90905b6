package org.shiftscope.server.web;

/** The port cannot be had. The message is whole sentences that tell a person what to do. */
public final class PortRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PortRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
