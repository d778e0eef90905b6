package org.shiftscope.server.rest;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiftscope.storage.IdempotencyKey;

/** Reads a request's {@code Idempotency-Key}, with the fingerprint of its body and query. */
final class ReadKey {

  static final String HEADER = "Idempotency-Key";

  private ReadKey() {}

  /** Empty where the request has none. The draft standard writes it in quotes; both are read. */
  static Optional<IdempotencyKey> of(Context request, byte[] body) {
    return Optional.ofNullable(request.header(HEADER))
        .map(ReadKey::bare)
        .map(name -> new IdempotencyKey(name, fingerprint(body, request.queryString())));
  }

  private static String bare(String header) {
    String text = header.strip();
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    String name = quoted ? text.substring(1, text.length() - 1) : text;
    if (!name.matches("[!-~]{1,255}") || name.contains("\"")) {
      throw new BadRequestResponse(
          HEADER
              + " must be 1 to 255 visible ASCII characters without quotes inside, such as a"
              + " UUID.");
    }
    return name;
  }

  private static String fingerprint(byte[] body, @Nullable String query) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(body);
      if (query != null) {
        digest.update(query.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException("Every Java has SHA-256", none);
    }
  }
}
