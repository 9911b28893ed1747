package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What docker-compose.yml must hold of every service, also of those that come later. Where a
 * service cannot, it says so here, with its reason.
 */
class ComposeTest {

  /**
   * Without a letter of a secret: what compose puts there comes from outside, or it does not start.
   */
  private static final String DEMANDED = "\\$\\{[A-Z_]+:\\?[^}]+}";

  private static final Map<String, Map<String, Object>> SERVICES = new TreeMap<>();
  private static Map<String, Object> file;

  @BeforeAll
  static void read() throws IOException {
    String text = Files.readString(Path.of("docker-compose.yml"));
    file = map(new Load(LoadSettings.builder().build()).loadFromString(text));
    map(file.get("services")).forEach((name, service) -> SERVICES.put(name, map(service)));
    assertThat(SERVICES).containsOnlyKeys("bilan", "database");
  }

  @Test
  void nobodyIsRootNorCanBecomeIt() {
    SERVICES.forEach(
        (name, service) -> {
          assertThat((String) service.get("user")).as(name).matches("[1-9][0-9]*(:[1-9][0-9]*)?");
          assertThat(service.get("cap_drop")).as(name).isEqualTo(List.of("ALL"));
          assertThat(service.containsKey("cap_add")).as(name).isFalse();
          assertThat(service.containsKey("privileged")).as(name).isFalse();
          assertThat(service.get("security_opt"))
              .as(name)
              .isEqualTo(List.of("no-new-privileges:true"));
          for (String shared : List.of("pid", "ipc", "network_mode", "userns_mode", "devices")) {
            assertThat(service.containsKey(shared)).as("%s: %s", name, shared).isFalse();
          }
        });
  }

  @Test
  void imagesAreNotWrittenTo() {
    SERVICES.forEach(
        (name, service) -> {
          assertThat(service.get("read_only")).as(name).isEqualTo(true);
          assertThat((List<?>) service.get("tmpfs"))
              .as(name)
              .isNotEmpty()
              .allMatch(tmpfs -> ((String) tmpfs).matches("/[a-z/]+:size=[0-9]+m"), "has a limit");
          for (Object volume : (List<?>) service.get("volumes")) {
            // A volume of compose's own, or a folder of this one that is only read.
            assertThat((String) volume).as(name).matches("[a-z]+:/.+|\\./.+:ro");
          }
        });
  }

  @Test
  void nobodyTakesAllOfTheMachine() {
    SERVICES.forEach(
        (name, service) -> {
          assertThat((String) service.get("mem_limit")).as(name).matches("[0-9]+[mg]");
          assertThat((Integer) service.get("pids_limit")).as(name).isBetween(1, 1_000);
          assertThat(map(map(service.get("logging")).get("options")))
              .as(name)
              .containsKeys("max-size", "max-file");
        });
  }

  @Test
  void theThreadsThatRequestsAreWorkedOnFit() {
    // max(200, 8 a processor) of Quarkus, for machines of up to 25 processors.
    assertThat((Integer) SERVICES.get("bilan").get("pids_limit")).isGreaterThan(200 + 100);
  }

  @Test
  void composeKnowsWhetherEachIsWell() {
    SERVICES.forEach(
        (name, service) -> {
          Map<String, Object> check = map(service.get("healthcheck"));
          assertThat((List<?>) check.get("test")).as(name).hasSizeGreaterThan(1);
          assertThat(check.get("retries")).as(name).isNotNull();
          assertThat(check.get("timeout")).as(name).isNotNull();
          assertThat(service.get("restart")).as(name).isEqualTo("unless-stopped");
        });
  }

  @Test
  void secretsAreDemanded() {
    SERVICES.forEach(
        (name, service) ->
            map(service.get("environment"))
                .forEach(
                    (variable, value) -> {
                      if (variable.matches(".*(PASSWORD|SECRET|TOKEN|KEY).*")) {
                        assertThat(String.valueOf(value)).as("%s", variable).matches(DEMANDED);
                      } else {
                        assertThat(String.valueOf(value)).as("%s", variable).doesNotContain("@");
                      }
                    }));
    assertThat(map(SERVICES.get("database").get("environment"))).containsKey("POSTGRES_PASSWORD");
  }

  @Test
  void onlyThisMachineReachesTheServiceAndOnlyTheServiceTheDatabase() {
    SERVICES.forEach(
        (name, service) -> {
          if (service.get("ports") instanceof List<?> ports) {
            assertThat(ports)
                .as(name)
                .allMatch(port -> ((String) port).startsWith("127.0.0.1:"), "this machine only");
          }
        });
    Map<String, Object> database = SERVICES.get("database");
    assertThat(database.containsKey("ports")).isFalse();
    assertThat((List<?>) database.get("networks")).hasSize(1);
    Object network = ((List<?>) database.get("networks")).get(0);
    assertThat(map(map(file.get("networks")).get((String) network)).get("internal"))
        .isEqualTo(true);
  }

  @Test
  void theImagesUserIsTheOneNamed() throws IOException {
    assertThat(Files.readString(Path.of("src/main/docker/Dockerfile")))
        .contains("--uid " + SERVICES.get("bilan").get("user") + " ", "\nUSER bilan\n");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object yaml) {
    return (Map<String, Object>) yaml;
  }
}
