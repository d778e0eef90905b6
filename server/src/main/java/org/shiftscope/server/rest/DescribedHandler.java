package org.shiftscope.server.rest;

import io.javalin.http.Handler;

/**
 * A handler that describes itself for the OpenAPI document: what it reads of a request stands
 * beside the code that reads it.
 */
interface DescribedHandler extends Handler {

  /** What it does, takes and answers. */
  RouteDescription description();
}
