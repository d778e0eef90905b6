package org.shiftscope.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiftscope.storage.accounts.Role;

final class WhoMayTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /api/health, NOBODY",
    "GET, /api/health/live, NOBODY",
    "GET, /api/health/ready, NOBODY",
    "GET, /metrics, VIEWER",
    "GET, /api/system, VIEWER",
    "GET, /api/recipients, ADMINISTRATOR",
    "POST, /api/recipients/abc/test, ADMINISTRATOR",
    "GET, /sign-in, NOBODY",
    "POST, /api/sign-in, NOBODY",
    "GET, /s/abc/data, NOBODY",
    "GET, /shiftscope/icon.svg, NOBODY",
    "GET, /, VIEWER",
    "GET, /experiments/abc, VIEWER",
    "GET, /api/experiments, VIEWER",
    "GET, /api/a-route-of-tomorrow, VIEWER",
    "POST, /api/estimates, VIEWER",
    "POST, /api/tokens, VIEWER",
    "PUT, /api/me/password, VIEWER",
    "POST, /api/experiments, RESEARCHER",
    "DELETE, /api/experiments/abc, RESEARCHER",
    "POST, /api/a-route-of-tomorrow, RESEARCHER",
    "PATCH, /api/a-route-of-tomorrow, RESEARCHER",
    "PROPFIND, /api/experiments, RESEARCHER",
    "GET, /api/accounts, ADMINISTRATOR",
    "DELETE, /api/accounts/ada, ADMINISTRATOR",
    "GET, /api/audit, ADMINISTRATOR",
    "POST, /api/backups, ADMINISTRATOR",
    "GET, /api/backups/a.zip, ADMINISTRATOR",
    "POST, /api/sign-in/more, RESEARCHER",
    "GET, /sign-in/../api/accounts, VIEWER",
    "GET, /clients/shiftscope-0.1.0-py3-none-any.whl, NOBODY",
    "GET, /api/problems/unauthorized, NOBODY",
    "POST, /s/../, RESEARCHER",
    "GET, /s/%2e%2e/new, VIEWER",
    "GET, /s//new, VIEWER",
    "GET, /s/..;/new, VIEWER",
    "GET, /shiftscope/../experiments/a, VIEWER",
    "GET, /api/../VAADIN/push, VIEWER"
  })
  void eachRequestNeedsARole(String method, String path, Role needed) {
    assertThat(WhoMay.ask(method, path)).isEqualTo(needed);
  }
}
