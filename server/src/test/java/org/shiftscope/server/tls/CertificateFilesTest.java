package org.shiftscope.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFilesTest {

  @TempDir private static Path folder;

  private static SelfSigned own;
  private static CertificateFiles files;

  @BeforeAll
  static void make() throws Exception {
    own = SelfSigned.in(folder, "own", "EC");
    files = own.files();
  }

  @BeforeEach
  void write() throws Exception {
    own.writeTo(files);
  }

  @Test
  void aCertificateAndItsKeyAreRead() throws CertificateRefused {
    assertThat(files.read().ends())
        .isBetween(Instant.now(), Instant.now().plus(Duration.ofDays(2)));
  }

  @Test
  void whatStandsAroundThemIsPassedOver() throws Exception {
    Files.writeString(files.key(), "Key of the lab\n" + Files.readString(files.key()));
    Files.writeString(
        files.certificate(), "# of the lab\n" + Files.readString(files.certificate()));

    assertThat(files.read().isSame(files.read())).isTrue();
  }

  @Test
  void theKeyOfAnotherCertificateIsRefusedAsTheKey() throws Exception {
    CertificateFiles other = SelfSigned.in(folder, "other", "RSA").files();

    var mixed = new CertificateFiles(files.certificate(), other.key());
    assertThat(refusal(mixed).isOfKey()).isTrue();
    assertThat(refusal(mixed).law())
        .isEqualTo("must be the key of the first certificate in the file of the certificate");
    assertThat(other.read().isSame(files.read())).isFalse();
  }

  @Test
  void aKeyOfAnotherFormIsToldHowToBecomeOne() throws IOException {
    for (String form : new String[] {"RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY"}) {
      Files.writeString(
          files.key(), "-----BEGIN " + form + "-----\nMC4CAQA=\n-----END " + form + "-----\n");
      assertThat(refusal(files).isOfKey()).isTrue();
      assertThat(refusal(files).law()).contains("PEM without a password", "openssl pkey");
    }
  }

  @Test
  void filesThatHoldNothingOfTheKindAreTold() throws IOException {
    Files.writeString(files.key(), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
    assertThat(refusal(files).isOfKey()).isTrue();
    Files.writeString(files.certificate(), "");
    assertThat(refusal(files).isOfKey()).isFalse();
    Files.delete(files.certificate());
    assertThat(refusal(files).law()).startsWith("must be a file that can be read, of the server's");
  }

  private static CertificateRefused refusal(CertificateFiles files) {
    return catchThrowableOfType(CertificateRefused.class, files::read);
  }
}
