package org.bilan.examination;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/**
 * The worker's program: examines one file after another until nobody asks any more. Files come by
 * standard input and answers go by standard output, so that it opens none itself.
 */
public final class WorkerMain {

  /** Seconds beyond the deadline: whoever asked has ended this by then, if it still lives. */
  private static final int GRACE = 5;

  private static final int TIRED = 3;

  private WorkerMain() {}

  /** Without arguments. */
  public static void main(String[] args) throws IOException, RefusedFile {
    DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    System.setOut(nowhere);
    ImageIO.setUseCache(false);
    // The first file is not slower than others so, and what is missing shows at the start.
    byte[] small = Thumbnail.of(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB));
    Inspection.of(small, Limits.DEFAULTS, Clock.systemUTC());
    System.setErr(nowhere);
    out.write(Wire.READY);
    out.flush();
    ScheduledExecutorService end =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work);
              thread.setDaemon(true);
              return thread;
            });
    while (true) {
      Wire.Request request;
      try {
        request = Wire.Request.read(in);
      } catch (EOFException e) {
        return;
      }
      long seconds = request.limits().deadline().toSeconds() + GRACE;
      Future<?> halt =
          end.schedule(() -> Runtime.getRuntime().halt(TIRED), seconds, TimeUnit.SECONDS);
      answer(in, out, request);
      halt.cancel(false);
    }
  }

  private static void answer(DataInputStream in, DataOutputStream out, Wire.Request request)
      throws IOException {
    try {
      byte[] bytes = in.readNBytes(request.bytes());
      if (bytes.length < request.bytes()) {
        Runtime.getRuntime().halt(TIRED);
      }
      Wire.examined(out, Inspection.of(bytes, request.limits(), Clock.systemUTC()));
    } catch (RefusedFile e) {
      Wire.refused(out, e);
    } catch (OutOfMemoryError e) {
      Wire.exhausted(out);
      Runtime.getRuntime().halt(TIRED);
    } catch (StackOverflowError e) {
      Wire.refused(out, new RefusedFile(Refusal.TOO_COSTLY));
    } catch (RuntimeException | LinkageError e) {
      Wire.failed(out, e);
    }
  }
}
