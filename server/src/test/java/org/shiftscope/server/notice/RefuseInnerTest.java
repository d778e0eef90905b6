package org.shiftscope.server.notice;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefuseInnerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "::1",
        "0.0.0.0",
        "::ffff:127.0.0.1",
        "169.254.169.254",
        "fe80::1",
        "fd00:ec2::254",
        "fd00:ec2::23",
        "fd20:ce::254",
        "100.100.100.200",
        "168.63.129.16"
      })
  void whatTrustsWhoeverReachesItIsRefusedUnlessASettingAllowsIt(String host) {
    assertThatThrownBy(() -> new RefuseInner(false).check(host))
        .isInstanceOf(NotDelivered.class)
        .hasMessageContaining("notices-to-loopback");
    assertThatCode(() -> new RefuseInner(true).check(host)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.7", "192.168.1.2", "fd12:3456::7", "fd00:ec3::254", "192.0.2.1"})
  void aLaboratorysOwnNetworkIsNot(String host) {
    assertThatCode(() -> new RefuseInner(false).check(host)).doesNotThrowAnyException();
  }
}
