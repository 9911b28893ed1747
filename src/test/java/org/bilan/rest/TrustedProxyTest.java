package org.bilan.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/** A proxy that shows its certificate, over real mutual TLS; and others who would pass for it. */
@QuarkusTest
@TestProfile(TrustedProxyTest.BehindProxy.class)
class TrustedProxyTest {

  private static final String PASSWORD = "only-for-tests";

  /**
   * Three key pairs: of the service, of the proxy, and of somebody whom the service trusts as well.
   */
  public static final class BehindProxy implements QuarkusTestProfile {
    static Path folder;

    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        folder = Files.createTempDirectory(Path.of("target"), "proxy-keys").toAbsolutePath();
        for (String name : List.of("service", "proxy", "other")) {
          keytool(
              "-genkeypair",
              "-alias",
              name,
              "-keystore",
              name + ".p12",
              "-keyalg",
              "EC",
              "-dname",
              "CN=" + name,
              "-ext",
              "san=dns:localhost,ip:127.0.0.1");
          keytool(
              "-exportcert", "-alias", name, "-keystore", name + ".p12", "-file", name + ".cer");
        }
        for (String name : List.of("proxy", "other")) {
          keytool(
              "-importcert",
              "-noprompt",
              "-alias",
              name,
              "-keystore",
              "trusted.p12",
              "-file",
              name + ".cer");
        }
        byte[] certificate = Files.readAllBytes(folder.resolve("proxy.cer"));
        String fingerprint =
            HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        return Map.of(
            "bilan.proxy.certificate",
            fingerprint,
            "quarkus.http.test-ssl-port",
            "0",
            "quarkus.http.ssl.certificate.key-store-file",
            folder.resolve("service.p12").toString(),
            "quarkus.http.ssl.certificate.key-store-password",
            PASSWORD,
            "quarkus.http.ssl.certificate.trust-store-file",
            folder.resolve("trusted.p12").toString(),
            "quarkus.http.ssl.certificate.trust-store-password",
            PASSWORD);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (java.security.GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void keytool(String... arguments) throws IOException {
      List<String> command = new java.util.ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
      command.addAll(List.of(arguments));
      command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
      try {
        Process process =
            new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @TestHTTPResource(value = "/me", tls = true)
  URL secure;

  @TestHTTPResource("/me")
  URL plain;

  @Test
  void theProxyNamesWhoAsks() throws Exception {
    Someone ana = Someone.with(Role.REPORTER);
    HttpResponse<String> answer = ask("proxy", "X-Forwarded-User", ana.name().toUpperCase());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"name\":\"" + ana.name() + "\"", "\"means\":\"proxy\"", "reporter");
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void nobodyElseNamesAnybody() throws Exception {
    Someone ana = Someone.with(Role.ADMIN);
    assertThat(ask("other", "X-Forwarded-User", ana.name()).statusCode()).isEqualTo(401);
    assertThat(ask(null, "X-Forwarded-User", ana.name()).statusCode()).isEqualTo(401);
    HttpResponse<String> unsecured =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(plain.toURI())
                    .header("X-Forwarded-User", ana.name())
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(unsecured.statusCode()).isEqualTo(401);
  }

  @Test
  void whoeverTheProxyNamesNeedsALogin() throws Exception {
    assertThat(ask("proxy", "X-Forwarded-User", "nobody-known").statusCode()).isEqualTo(401);
    assertThat(ask("proxy", "X-Forwarded-User", "' or 1=1 --").statusCode()).isEqualTo(401);
    assertThat(ask("proxy", "X-Other", "x").statusCode()).isEqualTo(401);
  }

  /** Programs with tokens come through the proxy, or past it, as they are. */
  @Test
  void tokensAreTakenAllTheSame() throws Exception {
    String token = "Bearer " + Someone.with(Role.REPORTER).token();
    assertThat(ask("proxy", "Authorization", token).statusCode()).isEqualTo(200);
    assertThat(ask(null, "Authorization", token).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> ask(String who, String header, String value) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store("service"));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(who == null ? null : store(who), PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return HttpClient.newBuilder()
        .sslContext(tls)
        .build()
        .send(
            HttpRequest.newBuilder(secure.toURI()).header(header, value).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static KeyStore store(String name) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(BehindProxy.folder.resolve(name + ".p12"))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }
}
