package org.bilan.cli;

import io.quarkus.runtime.Quarkus;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the service until it is told to stop. */
@Command(
    name = "serve",
    description = "Runs the service with its archive (the default).",
    footer = {
      "",
      "The archive is the PostgreSQL of DATABASE_URL (postgres://user:password@host:port/database),",
      "or else an embedded one that keeps its data in BILAN_HOME (~/.bilan).",
      "With DATABASE_URL, or another HOST than this machine, it needs BILAN_SECRET (32 characters or",
      "more), and with another HOST also BILAN_ADMIN_PASSWORD while nobody has a login.",
      "Exit code: 1 it cannot start, 2 wrong use (also a rules folder that is not there)."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = Port.class,
      description = "Port to listen on; 0 takes any. Default: 8080")
  private Integer port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description =
          "Address to listen on; 0.0.0.0 lets other machines in. Default: 127.0.0.1, this machine only")
  private String host;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Folder of the ruleset. Default: BILAN_RULES, or else ./rules")
  private Path rules;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      converter = LogFormat.Reader.class,
      defaultValue = "${env:BILAN_LOG_FORMAT:-text}",
      description = "text, or json: one object a line. Default: BILAN_LOG_FORMAT, or else text")
  private LogFormat logFormat;

  @Option(
      names = "--traces",
      paramLabel = "URL",
      converter = Collector.Reader.class,
      defaultValue = "${env:OTEL_EXPORTER_OTLP_ENDPOINT:-}",
      description =
          "OTLP collector to send traces to. Default: OTEL_EXPORTER_OTLP_ENDPOINT, or else none are made")
  private Collector traces;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (rules != null) {
      FilePaths.unreadableFolder(rules).ifPresent(this::refuse);
    }
    set("quarkus.http.port", port);
    set("quarkus.http.host", host);
    set("bilan.rules", rules);
    set("quarkus.log.console.json.enabled", logFormat == LogFormat.JSON ? true : null);
    traces
        .address()
        .ifPresent(
            address -> {
              set("quarkus.otel.exporter.otlp.endpoint", address);
              set("quarkus.otel.sdk.disabled", false);
            });
    // Ends when the service is told to stop. Exits by itself: then the JVM's shutdown is complete.
    Quarkus.run(Server.class, ServeCommand::exit);
    return 0;
  }

  private void refuse(String cause) {
    throw new ParameterException(
        spec.commandLine(), "Cannot read the rules folder %s: %s".formatted(rules, cause));
  }

  private static void exit(int code, Throwable problem) {
    if (problem != null) {
      StartFailure.explain(problem);
    }
    System.exit(code);
  }

  private static void set(String property, Object value) {
    if (value != null) {
      System.setProperty(property, value.toString());
    }
  }
}
