package org.bilan.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bilan.dossier.Incident;
import org.bilan.dossier.Media;

/** The pictures of a dossier, each once, whoever posted it and however often. */
final class Pictures {

  private final Map<String, List<Picture>> offered = new HashMap<>();
  private final Scene scene;

  Pictures(Index index) {
    Incident incident = index.dossier.incident();
    this.scene = new Scene(incident.date(), incident.place());
    // What bears on no claim says nothing of what does.
    List<Media> bearing =
        index.dossier.media().stream().filter(file -> !file.supports().isEmpty()).toList();
    for (List<Media> files : SamePicture.groups(bearing)) {
      Picture picture = Picture.of(files, scene, index, early(files, scene, index));
      Set<String> claims = new HashSet<>();
      files.forEach(file -> claims.addAll(file.supports()));
      claims.forEach(c -> offered.computeIfAbsent(c, none -> new ArrayList<>()).add(picture));
    }
  }

  Scene scene() {
    return scene;
  }

  /** All that is offered for a claim, in the order of the first files. */
  List<Picture> offeredFor(String claim) {
    return offered.getOrDefault(claim, List.of());
  }

  private static boolean early(List<Media> files, Scene scene, Index index) {
    return files.stream()
        .flatMap(file -> file.report().flatMap(index::report).stream())
        .flatMap(report -> index.reports.get(report).publishedAt().stream())
        .anyMatch(scene::after);
  }
}
