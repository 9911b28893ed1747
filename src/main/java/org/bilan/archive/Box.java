package org.bilan.archive;

/**
 * A part of the world, in degrees. Where west is greater than east it crosses the line of 180
 * degrees.
 *
 * @param west -180 to 180
 * @param south -90 to 90
 * @param east -180 to 180
 * @param north -90 to 90, not under south
 */
public record Box(double west, double south, double east, double north) {

  /** All of it. */
  public static final Box WORLD = new Box(-180, -90, 180, 90);

  double width() {
    return east >= west ? east - west : east - west + 360;
  }

  double height() {
    return north - south;
  }
}
