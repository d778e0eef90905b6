package org.shiftscope.server.device;

/** The device that was asked for cannot be had. The message is whole sentences for a person. */
public final class DeviceRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DeviceRefused(String message) {
    super(message);
  }
}
