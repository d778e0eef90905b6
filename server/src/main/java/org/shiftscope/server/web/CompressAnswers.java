package org.shiftscope.server.web;

import java.util.List;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Handler;

/**
 * Compresses what is text, for browsers and programs that take it so. Streams of events are left
 * alone, since each event is to be there at once; and what is compressed already.
 */
final class CompressAnswers {

  private static final List<String> TEXTS =
      List.of(
          "text/html",
          "text/css",
          "text/csv",
          "text/plain",
          "text/javascript",
          "application/javascript",
          "application/json",
          "application/problem+json",
          "image/svg+xml",
          "font/ttf");

  private CompressAnswers() {}

  static Handler of(Handler pages) {
    var compress = new CompressionHandler(pages);
    compress.putCompression(new GzipToTheEnd());
    var config = CompressionConfig.builder();
    TEXTS.forEach(config::compressIncludeMimeType);
    config.compressIncludeMethod("GET").compressIncludeMethod("POST");
    // What is sent here is never unpacked: a small body could grow without bound.
    config.decompressExcludeEncoding("gzip");
    compress.putConfiguration("/*", config.build());
    return compress;
  }

  /**
   * Keeps what it compresses with when it stops: answers that are under way then would find nothing
   * there, and fail with a stack trace.
   */
  private static final class GzipToTheEnd extends GzipCompression {

    @Override
    protected void doStop() {}
  }
}
