package org.bilan.rest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import org.bilan.operation.OtlpReceiver;

/**
 * Settings that one test needs and the others who take them do not mind: for each application that
 * differs Quarkus builds another one, which takes as long as many tests.
 */
public final class OddSettings implements QuarkusTestProfile {

  /** Wrong passwords from one address: more than at one name, or that would be seen first. */
  static final int WRONG_PASSWORDS = 8;

  /** Room for three bodies of 30,000 bytes, a short one, and one field's of unknown length. */
  private static final String BODY_BYTES = "100000";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "bilan.limits.body-bytes",
        BODY_BYTES,
        "bilan.limits.wrong-passwords.address",
        String.valueOf(WRONG_PASSWORDS),
        "quarkus.http.proxy.proxy-address-forwarding",
        "true",
        "quarkus.http.proxy.trusted-proxies",
        "127.0.0.1");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(OtlpReceiver.class));
  }
}
