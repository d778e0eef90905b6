package org.shiftscope.server.rest;

/** Looks how the server is. */
@FunctionalInterface
public interface CheckHealth {

  /** Looks now. Called from many threads. */
  Health now();
}
