package org.shiftscope.server.access;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.shiftscope.storage.accounts.Role;

/**
 * Which role a request needs, by its method and path. A route that nobody thought of here needs a
 * viewer to be read and a researcher for the rest.
 */
public final class WhoMay {

  /** Below it stand shared pages, which whoever has their address may read. */
  public static final String SHARED = "/s/";

  /** Where whoever watches the server reads its numbers. */
  public static final String METRICS = "/metrics";

  /** What shows how to sign in, and that the server lives. */
  private static final Set<String> ANYBODY =
      Set.of(
          "/sign-in",
          "/sign-out",
          "/oidc-sign-in",
          "/oidc-callback",
          "/set-password",
          "/api/sign-in",
          "/api/sign-out",
          "/api/set-password",
          "/api/me",
          "/api/health",
          "/api/health/live",
          "/api/health/ready",
          "/favicon.ico",
          "/robots.txt");

  /** Files that these need. */
  private static final List<String> ANYBODYS_FILES =
      List.of(SHARED, "/shiftscope/", "/clients/", "/api/problems/");

  /** Where these stand in a path, what answers is found by another one. */
  private static final Pattern CROOKED = Pattern.compile("/\\.|//|;|%2[eEfF]|%5[cC]|\\\\");

  private static final List<String> ADMINISTRATORS =
      List.of("/api/accounts", "/api/audit", "/api/backups", "/api/recipients");

  /** What viewers ask by POST though it changes nothing, or nothing but what is their own. */
  private static final List<String> VIEWERS =
      List.of("/api/estimates", "/api/theory", "/api/me/", "/api/tokens", "/api/sessions");

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private WhoMay() {}

  /**
   * The role that a request needs.
   *
   * @param method in capitals
   * @param path from the server's own root
   */
  public static Role ask(String method, String path) {
    if (ANYBODY.contains(path) || isAnybodysFile(path)) {
      return Role.NOBODY;
    }
    if (isBelow(path, ADMINISTRATORS)) {
      return Role.ADMINISTRATOR;
    }
    return READS.contains(method) || isBelow(path, VIEWERS) ? Role.VIEWER : Role.RESEARCHER;
  }

  private static boolean isAnybodysFile(String path) {
    return !isCrooked(path) && ANYBODYS_FILES.stream().anyMatch(path::startsWith);
  }

  /** Whether what answers may be found by another path than is written. */
  static boolean isCrooked(String path) {
    return CROOKED.matcher(path).find();
  }

  private static boolean isBelow(String path, List<String> places) {
    return places.stream()
        .anyMatch(
            place ->
                path.equals(place) || path.startsWith(place.endsWith("/") ? place : place + "/"));
  }
}
