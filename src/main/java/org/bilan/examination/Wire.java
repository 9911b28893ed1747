package org.bilan.examination;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.bilan.dossier.Word;
import org.bilan.likeness.Looks;

/**
 * What is spoken between this process and a worker. A worker that a file has taken over can answer
 * nonsense, but not more than fits into these bounds.
 */
final class Wire {

  /** How an answer begins. */
  static final int READY = 1;

  private static final int EXAMINED = 2;
  private static final int REFUSED = 3;
  private static final int FAILED = 4;
  private static final int EXHAUSTED = 5;

  private static final int MOST_JSON = 200_000;
  private static final int MOST_LOOKS = 200_000;
  private static final int MOST_NUMBERS = 4;
  private static final int MOST_SECONDS = 3600;

  /** What a worker is asked. The file follows. */
  record Request(Limits limits, int bytes) {

    void write(DataOutputStream out) throws IOException {
      out.writeLong(limits.pixels());
      out.writeInt(limits.side());
      out.writeInt(limits.frames());
      out.writeInt((int) Math.min(MOST_SECONDS, limits.deadline().toSeconds() + 1));
      out.writeInt(bytes);
    }

    static Request read(DataInputStream in) throws IOException {
      long pixels = in.readLong();
      int side = in.readInt();
      int frames = in.readInt();
      Duration deadline = Duration.ofSeconds(in.readInt());
      int bytes = in.readInt();
      return new Request(new Limits(bytes, pixels, side, frames, deadline, 1, 0), bytes);
    }
  }

  private Wire() {}

  static void examined(DataOutputStream out, Examined examined) throws IOException {
    out.write(EXAMINED);
    block(out, Optional.of(ExaminationJson.write(examined.examination())));
    block(out, examined.looks().map(Looks::bytes));
    block(out, examined.thumbnail());
    out.flush();
  }

  static void refused(DataOutputStream out, RefusedFile refused) throws IOException {
    out.write(REFUSED);
    out.writeUTF(refused.refusal().word());
    out.writeInt(refused.numbers().size());
    for (long number : refused.numbers()) {
      out.writeLong(number);
    }
    out.flush();
  }

  /** A fault of ours. Its message is left out: it may quote the file. */
  static void failed(DataOutputStream out, Throwable fault) throws IOException {
    StackTraceElement[] trace = fault.getStackTrace();
    out.write(FAILED);
    out.writeUTF(fault.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]));
    out.flush();
  }

  /** The worker's memory is used up; it ends. */
  static void exhausted(DataOutputStream out) throws IOException {
    out.write(EXHAUSTED);
    out.flush();
  }

  /**
   * The answer to a request.
   *
   * @throws IOException when there is none, or it is none that is known
   * @throws IllegalStateException when the worker met a fault of ours
   */
  static Examined answer(InputStream from) throws IOException, RefusedFile {
    DataInputStream in = new DataInputStream(from);
    switch (in.readUnsignedByte()) {
      case EXAMINED -> {
        byte[] json = block(in, MOST_JSON).orElseThrow(() -> new IOException("No examination"));
        Optional<byte[]> looks = block(in, MOST_LOOKS);
        Optional<byte[]> thumbnail = block(in, Thumbnail.BYTES);
        try {
          return new Examined(ExaminationJson.read(json), looks.map(Looks::of), thumbnail);
        } catch (IllegalArgumentException e) {
          throw new IOException("No examination", e);
        }
      }
      case REFUSED -> {
        Refusal refusal =
            Word.of(Refusal.class, in.readUTF()).orElseThrow(() -> new IOException("No reason"));
        Long[] numbers = new Long[Math.min(MOST_NUMBERS, Math.max(0, in.readInt()))];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = in.readLong();
        }
        throw new RefusedFile(refusal, numbers);
      }
      case FAILED -> throw new IllegalStateException("A picture's worker failed: " + in.readUTF());
      case EXHAUSTED -> throw new EOFException("The worker has no memory left");
      default -> throw new IOException("Unknown answer");
    }
  }

  private static void block(DataOutputStream out, Optional<byte[]> bytes) throws IOException {
    out.writeInt(bytes.map(b -> b.length).orElse(-1));
    if (bytes.isPresent()) {
      out.write(bytes.get());
    }
  }

  private static Optional<byte[]> block(DataInputStream in, int most) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return Optional.empty();
    }
    if (length > most) {
      throw new IOException("Too long an answer");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return Optional.of(bytes);
  }
}
