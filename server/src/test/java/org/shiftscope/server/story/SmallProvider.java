package org.shiftscope.server.story;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real small OpenID provider on the loopback: discovery, a page on which one says who one is,
 * codes that hold once and for who shows the verifier of their challenge (PKCE), signed tokens,
 * keys, and a place to sign out. It also lies, where a test asks it to.
 */
final class SmallProvider implements AutoCloseable {

  static final String CLIENT = "shiftscope";
  private static final String ACCESS = "access-of-";
  static final String SECRET = "the secret/of + this client";

  /** What a code was given for. */
  private record Granted(Parameters asked, String person) {}

  /** Of a query or a form. */
  record Parameters(Map<String, String> given) {

    static Parameters of(String query) {
      Map<String, String> given = new TreeMap<>();
      for (String pair : query.split("&")) {
        int equals = pair.indexOf('=');
        given.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
      return new Parameters(given);
    }

    /** Empty where it is left out. */
    String get(String name) {
      return given.getOrDefault(name, "");
    }
  }

  final RSAKey key;
  private final HttpServer server;
  private final Map<String, Granted> codes = new ConcurrentHashMap<>();
  private final Map<String, List<String>> groups = new ConcurrentHashMap<>();
  final List<String> refusals = new CopyOnWriteArrayList<>();

  /** What becomes of the claims of a token before it is signed, and with which key that is. */
  volatile UnaryOperator<JWTClaimsSet.Builder> lie = UnaryOperator.identity();

  volatile RSAKey signingKey;

  SmallProvider() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("the key").generate();
    signingKey = key;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext("/keys", exchange -> json(exchange, 200, new JWKSet(key).toString()));
    server.createContext("/who", this::who);
    server.createContext("/out", exchange -> html(exchange, "<h1>You left the provider</h1>"));
    server.start();
  }

  URI issuer() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Somebody whom it knows. */
  void knows(String person, String... theirGroups) {
    groups.put(person, List.of(theirGroups));
  }

  private void discovery(HttpExchange exchange) throws IOException {
    String at = issuer().toString();
    json(
        exchange,
        200,
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "issuer",
                    at,
                    "authorization_endpoint",
                    at + "/authorize",
                    "token_endpoint",
                    at + "/token",
                    "jwks_uri",
                    at + "/keys",
                    "userinfo_endpoint",
                    at + "/who",
                    "end_session_endpoint",
                    at + "/out",
                    "response_types_supported",
                    List.of("code"),
                    "subject_types_supported",
                    List.of("public"),
                    "id_token_signing_alg_values_supported",
                    List.of("RS256"),
                    "authorization_response_iss_parameter_supported",
                    true)));
  }

  /** A page with a button for each person; who presses it is sent back with a code. */
  private void authorize(HttpExchange exchange) throws IOException {
    Parameters asked = Parameters.of(exchange.getRequestURI().getRawQuery());
    boolean sound =
        CLIENT.equals(asked.get("client_id"))
            && "code".equals(asked.get("response_type"))
            && "S256".equals(asked.get("code_challenge_method"))
            && asked.get("scope").contains("openid")
            && asked.get("redirect_uri").endsWith("/oidc-callback");
    if (!sound) {
      refusals.add("authorize " + asked);
      json(exchange, 400, "{}");
    } else if (!asked.get("person").isEmpty()) {
      String code = UUID.randomUUID().toString();
      codes.put(code, new Granted(asked, asked.get("person")));
      exchange
          .getResponseHeaders()
          .add(
              "Location",
              asked.get("redirect_uri")
                  + "?code="
                  + code
                  + "&state="
                  + encoded(asked.get("state"))
                  + "&iss="
                  + encoded(issuer().toString()));
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
    } else {
      StringBuilder page = new StringBuilder("<h1>Who are you?</h1>");
      new TreeMap<>(groups)
          .keySet()
          .forEach(
              person ->
                  page.append("<p><a href=\"/authorize?")
                      .append(exchange.getRequestURI().getRawQuery().replace("&", "&amp;"))
                      .append("&amp;person=")
                      .append(person)
                      .append("\">")
                      .append(person)
                      .append("</a></p>"));
      html(exchange, page.toString());
    }
  }

  private void token(HttpExchange exchange) throws IOException {
    Parameters given =
        Parameters.of(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Optional<Granted> once = Optional.ofNullable(codes.remove(given.get("code")));
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (encoded(CLIENT) + ":" + encoded(SECRET)).getBytes(StandardCharsets.UTF_8));
    Optional<Granted> granted =
        once.filter(
            each ->
                basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    && each.asked().get("redirect_uri").equals(given.get("redirect_uri"))
                    && each.asked().get("code_challenge").equals(s256(given.get("code_verifier"))));
    if (granted.isEmpty()) {
      refusals.add("token " + given);
      json(exchange, 400, "{\"error\": \"invalid_grant\"}");
      return;
    }
    json(
        exchange,
        200,
        "{\"access_token\": \""
            + ACCESS
            + granted.get().person()
            + "\", \"token_type\": \"Bearer\", \"id_token\": \""
            + signed(granted.get())
            + "\"}");
  }

  /** Tells of the person of an access token. */
  private void who(HttpExchange exchange) throws IOException {
    String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    String person = shown.replace("Bearer " + ACCESS, "");
    json(
        exchange,
        200,
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "sub",
                    "number-of-" + person,
                    "preferred_username",
                    person,
                    "groups",
                    groups.getOrDefault(person, List.of()))));
  }

  private String signed(Granted granted) {
    Instant now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer().toString())
            .subject("number-of-" + granted.person())
            .audience(CLIENT)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .claim("nonce", granted.asked().get("nonce"))
            .claim("preferred_username", granted.person())
            .claim("groups", groups.getOrDefault(granted.person(), List.of()));
    try {
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
              lie.apply(claims).build());
      token.sign(new RSASSASigner(signingKey));
      return token.serialize();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static String s256(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void json(HttpExchange exchange, int status, String json) throws IOException {
    answer(exchange, status, "application/json", json);
  }

  private static void html(HttpExchange exchange, String html) throws IOException {
    answer(exchange, 200, "text/html; charset=utf-8", "<!doctype html>" + html);
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
