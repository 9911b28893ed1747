package org.bilan.likeness;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * A picture drawn by a number: sky, ground, buildings, smoke, vehicles, people, under a light of
 * its own and with the grain of a sensor. Each number draws another one, always the same.
 */
public final class DrawnScene {

  private final Random random;
  private final int width;
  private final int height;
  private final BufferedImage image;
  private final Graphics2D pen;
  private final double horizon;

  private DrawnScene(long number, int longSide) {
    this.random = new Random(number * 7919 + 17);
    double shape = new double[] {0.5625, 0.6667, 0.75, 1, 1.3333, 1.7778}[random.nextInt(6)];
    this.width = shape <= 1 ? longSide : (int) (longSide / shape);
    this.height = (int) (width * shape);
    this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    this.horizon = height * (0.15 + 0.6 * random.nextDouble());
  }

  /** The picture of a number, its longer side of so many pixels. */
  public static BufferedImage of(long number, int longSide) {
    DrawnScene scene = new DrawnScene(number, longSide);
    scene.draw();
    scene.pen.dispose();
    return scene.image;
  }

  private void draw() {
    sky();
    ground();
    int kind = random.nextInt(5);
    if (kind != 0) {
      buildings(2 + random.nextInt(9));
    }
    for (int plumes = random.nextInt(3); plumes > 0; plumes--) {
      smoke();
    }
    for (int vehicles = random.nextInt(5); vehicles > 0; vehicles--) {
      vehicle();
    }
    crowd(kind == 1 ? 60 + random.nextInt(80) : random.nextInt(14));
    for (int poles = random.nextInt(4); poles > 0; poles--) {
      pole();
    }
    expose();
  }

  private void sky() {
    float hue = random.nextInt(3) == 0 ? 0.05f + 0.08f * random.nextFloat() : 0.58f;
    float light = 0.25f + 0.75f * random.nextFloat();
    Color high = Color.getHSBColor(hue, 0.6f * random.nextFloat(), light);
    Color low = Color.getHSBColor(hue, 0.3f * random.nextFloat(), Math.min(1, light + 0.3f));
    float from = random.nextInt(width);
    pen.setPaint(new GradientPaint(from, 0, high, random.nextInt(width), height, low));
    pen.fillRect(0, 0, width, height);
    int clouds = random.nextInt(4) * 12;
    for (int i = 0; i < clouds; i++) {
      blob(between(0, width), between(0, horizon), between(20, 120), grey(0.75, 1), 12);
    }
  }

  private void ground() {
    for (int ridge = 3; ridge >= 0; ridge--) {
      double base = horizon + (3 - ridge) * (height - horizon) * 0.12;
      double rough = ridge * height * 0.05 + height * 0.004;
      pen.setColor(earth(0.25 + 0.12 * ridge + 0.2 * random.nextDouble()));
      Polygon line = new Polygon();
      double[] phase = {between(0, 7), between(0, 7), between(0, 7), between(0, 7)};
      for (int x = 0; x <= width; x += 2) {
        double at = 0;
        for (int wave = 0; wave < phase.length; wave++) {
          at += Math.sin(x * (wave * 2.3 + 1) * 6 / width + phase[wave]) / (wave + 1);
        }
        line.addPoint(x, (int) (base + at * rough));
      }
      line.addPoint(width, height);
      line.addPoint(0, height);
      pen.fill(line);
    }
    int stones = random.nextInt(3) == 0 ? 200 + random.nextInt(1500) : random.nextInt(150);
    for (int i = 0; i < stones; i++) {
      double y = horizon + (height - horizon) * Math.sqrt(random.nextDouble());
      double size = 1 + 14 * (y - horizon) / height * random.nextDouble();
      pen.setColor(earth(random.nextDouble()));
      pen.fill(new Ellipse2D.Double(between(0, width), y, size * 1.6, size));
    }
  }

  private void buildings(int many) {
    for (int i = 0; i < many; i++) {
      int wide = (int) between(width * 0.06, width * 0.35);
      int high = (int) between(height * 0.08, height * 0.6);
      int left = (int) between(-wide / 2.0, width - wide / 2.0);
      int foot = (int) (horizon + between(0, (height - horizon) * 0.5));
      Color wall = earth(0.3 + 0.7 * random.nextDouble());
      pen.setPaint(
          new GradientPaint(
              left, 0, wall, left + wide, 0, random.nextBoolean() ? wall : dim(wall)));
      pen.fillRect(left, foot - high, wide, high);
      int rows = 2 + random.nextInt(7);
      int columns = 2 + random.nextInt(6);
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          if (random.nextInt(6) > 0) {
            pen.setColor(grey(0.05, random.nextInt(8) == 0 ? 1 : 0.4));
            pen.fillRect(
                left + (int) ((column + 0.25) * wide / columns),
                foot - high + (int) ((row + 0.2) * high / rows),
                Math.max(1, wide / columns / 2),
                Math.max(1, high / rows / 2));
          }
        }
      }
      if (random.nextInt(3) == 0) {
        rubble(left, foot, wide, high / 2);
      }
    }
  }

  private void rubble(int left, int foot, int wide, int high) {
    for (int i = 0; i < 120; i++) {
      double x = left + wide * random.nextDouble();
      double y = foot - high * random.nextDouble() * random.nextDouble();
      Polygon stone = new Polygon();
      for (int corner = 0; corner < 4; corner++) {
        stone.addPoint((int) (x + between(-9, 9)), (int) (y + between(-7, 7)));
      }
      pen.setColor(grey(0.15, 0.9));
      pen.fill(stone);
    }
  }

  private void smoke() {
    double x = between(0, width);
    double y = horizon + between(-20, 60);
    double drift = between(-4, 4);
    double tone = random.nextDouble() * 0.7;
    for (int puff = 0; puff < 60; puff++) {
      blob(x + between(-10, 10), y, 12 + puff * 1.2, grey(tone, Math.min(1, tone + 0.25)), 26);
      x += drift + between(-3, 3);
      y -= height * 0.012;
    }
  }

  private void vehicle() {
    int wide = (int) between(width * 0.06, width * 0.25);
    int x = (int) between(0, width - wide);
    int y = (int) between(horizon + 5, Math.max(horizon + 6, height - wide * 0.3));
    pen.setColor(Color.getHSBColor(random.nextFloat(), random.nextFloat(), random.nextFloat()));
    pen.fillRoundRect(x, y, wide, wide / 4, wide / 10, wide / 10);
    pen.fillRoundRect(x + wide / 5, y - wide / 7, wide / 2, wide / 5, wide / 12, wide / 12);
    pen.setColor(Color.DARK_GRAY);
    pen.fillOval(x + wide / 8, y + wide / 6, wide / 6, wide / 6);
    pen.fillOval(x + wide * 5 / 8, y + wide / 6, wide / 6, wide / 6);
  }

  private void crowd(int many) {
    for (int i = 0; i < many; i++) {
      double y = between(horizon, height);
      double tall = height * 0.03 + (y - horizon) * 0.35;
      double x = between(0, width);
      pen.setColor(Color.getHSBColor(random.nextFloat(), 0.5f, 0.1f + 0.8f * random.nextFloat()));
      pen.fill(new Ellipse2D.Double(x, y - tall * 0.8, tall * 0.35, tall * 0.8));
      pen.setColor(new Color(150 - random.nextInt(90), 110 - random.nextInt(60), 80));
      pen.fill(new Ellipse2D.Double(x + tall * 0.08, y - tall, tall * 0.2, tall * 0.22));
    }
  }

  private void pole() {
    pen.setColor(grey(0, 0.5));
    pen.setStroke(new BasicStroke(2 + random.nextInt(6)));
    int x = (int) between(0, width);
    int top = (int) between(0, horizon);
    pen.drawLine(x, top, x + random.nextInt(9) - 4, height);
    pen.drawLine(0, top + random.nextInt(40), width, top + random.nextInt(40));
  }

  private void blob(double x, double y, double size, Color colour, int opacity) {
    pen.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity));
    for (int ring = 6; ring > 0; ring--) {
      double r = size * ring / 6;
      pen.fill(new Ellipse2D.Double(x - r, y - r * 0.7, 2 * r, 1.4 * r));
    }
  }

  /** The light of the day, a lens that is darker in its corners, and the grain. */
  private void expose() {
    double gain = 0.55 + 0.8 * random.nextDouble();
    double gamma = 0.7 + 0.7 * random.nextDouble();
    double grain = 2 + 12 * random.nextDouble();
    double shade = 0.5 * random.nextDouble();
    int[] line = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, line, 0, width);
      for (int x = 0; x < width; x++) {
        double far = Math.hypot((x - width / 2.0) / width, (y - height / 2.0) / height);
        double light = gain * (1 - shade * far * far * 2);
        double noise = grain * random.nextGaussian();
        int pixel = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
          double value = Math.pow((line[x] >> shift & 255) / 255.0, gamma) * light * 255 + noise;
          pixel |= (int) Math.max(0, Math.min(255, value)) << shift;
        }
        line[x] = pixel;
      }
      image.setRGB(0, y, width, 1, line, 0, width);
    }
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private Color grey(double low, double high) {
    float tone = (float) between(low, high);
    return new Color(tone, tone, tone);
  }

  private Color earth(double light) {
    return Color.getHSBColor(
        0.06f + 0.2f * random.nextFloat(),
        0.15f + 0.4f * random.nextFloat(),
        (float) Math.max(0, Math.min(1, light)));
  }

  private static Color dim(Color colour) {
    return colour.darker();
  }
}
