package org.bilan.likeness;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The views of a picture by which it is searched: of each stored picture there is one fingerprint,
 * of the whole, and who searches tries what the stored one may be to the picture at hand.
 */
final class Views {

  private final Plane plane;
  private final Set<Fingerprint> views = new LinkedHashSet<>();

  private Views(Plane plane) {
    this.plane = plane;
  }

  /** The views with enough to see: first those of the whole and of what is within borders. */
  static List<Fingerprint> of(Plane plane, Optional<float[]> framed) {
    Views views = new Views(plane);
    float[] whole = plane.whole(Print.CELLS);
    views.add(whole);
    framed.ifPresent(views::add);
    views.addMirrored(whole);
    framed.ifPresent(views::addMirrored);
    views.addParts(0.9, 5);
    views.addParts(0.95, 3);
    views.addWholes(0.9, 5);
    views.addWholes(0.95, 3);
    views.addTurned();
    return new ArrayList<>(views.views);
  }

  private void add(float[] cells) {
    Print print = Print.of(cells);
    if (print.detail() >= Looks.LEAST_DETAIL) {
      views.add(print.fingerprint());
    }
  }

  private void addMirrored(float[] cells) {
    float[] mirrored = new float[cells.length];
    for (int i = 0; i < cells.length; i++) {
      mirrored[i] = cells[i - i % Print.CELLS + Print.CELLS - 1 - i % Print.CELLS];
    }
    add(mirrored);
  }

  /** The stored one was cut out of this: what is left lies at one of so many places each way. */
  private void addParts(double share, int places) {
    for (int down = 0; down < places; down++) {
      for (int across = 0; across < places; across++) {
        double left = (1 - share) * across / (places - 1);
        double top = (1 - share) * down / (places - 1);
        add(plane.part(left, top, left + share, top + share, Print.CELLS));
      }
    }
  }

  /** This was cut out of the stored one: around it is more, which its reflection stands for. */
  private void addWholes(double share, int places) {
    double size = 1 / share;
    for (int down = 0; down < places; down++) {
      for (int across = 0; across < places; across++) {
        double left = (1 - size) * across / (places - 1);
        double top = (1 - size) * down / (places - 1);
        add(plane.part(left, top, left + size, top + size, Print.CELLS));
      }
    }
  }

  /** One was turned, and then cut so far that no empty corner was left: this, or the stored one. */
  private void addTurned() {
    Turned turned = new Turned(plane);
    double longer = Math.max(plane.shape(), 1 / plane.shape());
    for (double degrees : new double[] {-2.6, -1.3, 1.3, 2.6}) {
      double angle = StrictMath.toRadians(Math.abs(degrees));
      double zoom = StrictMath.cos(angle) + longer * StrictMath.sin(angle);
      add(turned.by(degrees, zoom - 1));
      add(turned.by(degrees, 1 / zoom - 1));
    }
  }
}
