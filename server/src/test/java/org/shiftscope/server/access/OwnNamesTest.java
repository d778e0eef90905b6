package org.shiftscope.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OwnNamesTest {

  @ParameterizedTest
  @CsvSource({
    "localhost:8080, true",
    "LOCALHOST., true",
    "127.0.0.1, true",
    "[::1]:8080, true",
    "evil.example, false",
    "localhost.evil.example, false",
    "192.0.2.7, false",
    "localhost:8080:80, false",
    "'', false"
  })
  void aServerOnTheLoopbackGoesByItsNamesAlone(String host, boolean own) {
    assertThat(OwnNames.of("127.0.0.1", List.of(), false).has(host)).isEqualTo(own);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7:8080, true",
    "[2001:db8::7], true",
    "lab.example.org, true",
    "lab.example.org.evil.example, false",
    "192.0.2.7.evil.example, false"
  })
  void aServerOnAllAddressesGoesByAnyAddressAndByNoNameButThoseAdded(String host, boolean own) {
    assertThat(OwnNames.of("0.0.0.0", List.of("lab.example.org"), false).has(host)).isEqualTo(own);
  }

  @Test
  void onlyAServerThatListensOnTheLoopbackUnderItsNamesIsForItsMachineAlone() {
    assertThat(OwnNames.of("127.0.0.1", List.of(), false).local()).isTrue();
    assertThat(OwnNames.of("localhost", List.of(), false).local()).isTrue();
    assertThat(OwnNames.of("127.0.0.2", List.of(), false).local()).isTrue();
    assertThat(OwnNames.of("0.0.0.0", List.of(), false).local()).isFalse();
    assertThat(OwnNames.of("127.0.0.1", List.of("lab.example.org"), false).local())
        .as("behind a proxy others reach it")
        .isFalse();
    assertThat(OwnNames.of("127.0.0.1", List.of(), true).local()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080, localhost:8080, true",
    "https://lab.example.org, lab.example.org, true",
    "https://lab.example.org, lab.example.org:443, true",
    "http://evil.example/://localhost:8080, localhost:8080, false",
    "http://localhost:3000, localhost:8080, false",
    "http://localhost:8080.evil.example, localhost:8080, false",
    "null, localhost:8080, false"
  })
  void anOriginIsOursOnlyExactly(String origin, String host, boolean ours) {
    assertThat(RefuseForeign.isOf(origin, host)).isEqualTo(ours);
  }
}
