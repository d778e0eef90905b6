package org.shiftscope.server.rest;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;

/** Reads a whole number from a request's query. */
final class ReadNumber {

  private ReadNumber() {}

  /** The number, or what stands for it where it is not given; 400 where it is out of its range. */
  static int of(Context request, String name, int otherwise, int least, int most) {
    String text = request.queryParam(name);
    if (text == null) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Refused below, as are numbers out of range.
    }
    throw new BadRequestResponse(
        name + " must be a whole number from " + least + " to " + most + "; it is " + text + ".");
  }
}
