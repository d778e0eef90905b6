package org.shiftscope.server.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a webhook as the Standard Webhooks specification 1.0.0 has it: HMAC-SHA256 over {@code
 * id.timestamp.body}, so that its receiver knows from whom it is, and that nobody sends it once
 * more later.
 */
final class SignBody {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String SECRET = "whsec_";

  private SignBody() {}

  /**
   * The value of {@code webhook-signature}.
   *
   * @param secret {@code whsec_} and the key in base 64
   * @param id of the message
   * @param timestamp in seconds since 1970
   * @param body as it is sent, in UTF-8
   */
  static String of(String secret, String id, long timestamp, String body) {
    byte[] key = Base64.getDecoder().decode(secret.substring(SECRET.length()));
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      String signed = id + "." + timestamp + "." + body;
      return "v1,"
          + Base64.getEncoder()
              .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException none) {
      throw new IllegalStateException("Every Java has HMAC-SHA256.", none);
    }
  }
}
