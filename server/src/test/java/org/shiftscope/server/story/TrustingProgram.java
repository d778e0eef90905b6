package org.shiftscope.server.story;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shiftscope.server.story.Lab.Answer;
import org.shiftscope.server.tls.SelfSigned;

/**
 * A program that speaks REST over TLS.
 *
 * @param root the server's address, with its path
 * @param trusted the one certificate that it trusts
 * @param header what it signs in with: {@code Cookie} or {@code Authorization}
 * @param secret the header's value
 */
record TrustingProgram(URI root, SelfSigned trusted, String header, String secret) {

  Answer get(String path) throws Exception {
    return send(at(path));
  }

  Answer post(String path, String body) throws Exception {
    return send(at(path).POST(BodyPublishers.ofString(body)));
  }

  /** Reads a stream until one of its lines is the one, and tells whether one was. */
  boolean hears(String path, Predicate<String> line) throws Exception {
    try (HttpClient http = HttpClient.newBuilder().sslContext(trusted.trusting()).build();
        Stream<String> lines = http.send(at(path).build(), BodyHandlers.ofLines()).body()) {
      return lines.anyMatch(line);
    }
  }

  /** Signs in from an address, with a story of coming from another one by https. */
  HttpResponse<String> signInFrom(String address, String body) throws Exception {
    try (HttpClient http =
        HttpClient.newBuilder()
            .sslContext(trusted.trusting())
            .localAddress(InetAddress.getByName(address))
            .build()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(root + "/api/sign-in"))
              .header("X-Forwarded-For", "198.51.100.9")
              .header("X-Forwarded-Proto", "https")
              .header("Forwarded", "for=198.51.100.9;proto=https")
              .POST(BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(root + path)).header(header, secret);
  }

  private Answer send(HttpRequest.Builder request) throws Exception {
    try (HttpClient http = HttpClient.newBuilder().sslContext(trusted.trusting()).build()) {
      return new Answer(http.send(request.build(), BodyHandlers.ofString()));
    }
  }
}
