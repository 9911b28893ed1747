package org.bilan.archive;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Makes the tables for a command. The service leaves that to Quarkus, which finds the migrations
 * when it is built; here they are looked for where this class comes from.
 */
final class Migrations {

  private static final String FOLDER = "db/migration/";
  private static final String FIRST = "V1__archive.sql";

  private Migrations() {}

  static void run(Database database) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database.connections(database.owner()))
        .resourceProvider(new OurOwn(names()))
        .javaMigrationClassProvider(List::of)
        .placeholders(Map.of("service", database.grantee()))
        .load()
        .migrate();
  }

  /** The newest version of the tables that this Bilan knows. */
  static String newest() {
    return names().stream()
        .filter(name -> name.startsWith("V"))
        .map(name -> name.substring(1, name.indexOf("__")))
        .max(java.util.Comparator.comparing(Integer::parseInt))
        .orElseThrow();
  }

  private static List<String> names() {
    URL known = Migrations.class.getClassLoader().getResource(FOLDER + FIRST);
    try {
      if (known.openConnection() instanceof JarURLConnection jar) {
        return jar.getJarFile().stream()
            .map(java.util.zip.ZipEntry::getName)
            .filter(name -> name.startsWith(FOLDER) && name.endsWith(".sql"))
            .map(name -> name.substring(FOLDER.length()))
            .sorted()
            .toList();
      }
      try (Stream<Path> files = Files.list(Path.of(known.toURI()).getParent())) {
        return files.map(file -> file.getFileName().toString()).sorted().toList();
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("Bilan's own migrations cannot be read", e);
    }
  }

  private record OurOwn(List<String> names) implements ResourceProvider {

    @Override
    public LoadableResource getResource(String name) {
      return names.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return names.stream()
          .filter(name -> name.startsWith(prefix) && Stream.of(suffixes).anyMatch(name::endsWith))
          .map(name -> (LoadableResource) new Script(name))
          .toList();
    }
  }

  private static final class Script extends LoadableResource {
    private final String name;

    Script(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      try (Reader reader =
          new InputStreamReader(
              Migrations.class.getClassLoader().getResourceAsStream(FOLDER + name),
              StandardCharsets.UTF_8)) {
        StringWriter text = new StringWriter();
        reader.transferTo(text);
        return new StringReader(text.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String getAbsolutePath() {
      return FOLDER + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return FOLDER + name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return FOLDER + name; // as Quarkus has it, so that the history reads alike
    }
  }
}
