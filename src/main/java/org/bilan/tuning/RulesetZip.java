package org.bilan.tuning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.bilan.ruleset.RuleProblem;
import org.bilan.ruleset.RulesetFiles;

/**
 * The files of a ruleset in a ZIP archive. What others have packed is read in memory, within
 * bounds, and never written anywhere.
 */
public final class RulesetZip {

  /** Bytes of an archive: the shipped rules take a fifth of it. */
  public static final int MOST_BYTES = 1024 * 1024;

  private static final int MOST_ENTRIES = 2_000;
  private static final int MOST_FILE = 1024 * 1024;
  private static final int MOST_INFLATED = 10 * 1024 * 1024;

  /** A folder's name may stand before them all. */
  private static final String ROOT = "rules/";

  private static final Pattern PATH =
      Pattern.compile("([a-z][a-z0-9-]*/)?[a-z][a-z0-9-]*(\\.cases)?\\.(yaml|drl)");

  private static final Pattern FOLDER = Pattern.compile("(rules/)?([a-z][a-z0-9-]*/)?");

  /** Kinds of files in Unix: those of a file and a folder, and none where others have packed. */
  private static final int KIND = 0170000;

  private static final Set<Integer> KINDS = Set.of(0, 0100000, 0040000);

  /**
   * What a rules folder may hold beside them, and an archive of it therefore too: explanations, and
   * hidden files, which some systems leave everywhere. Not even unpacked.
   */
  private static final Pattern FOR_PEOPLE =
      Pattern.compile("([\\w-]+/){0,3}([\\w-]+\\.md|\\.\\w[\\w.-]*)");

  private RulesetZip() {}

  /** An archive that is refused, with all its problems. */
  public static final class InvalidZip extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<RuleProblem> problems;

    InvalidZip(List<RuleProblem> problems) {
      super(problems.size() + " problem(s); the first: " + problems.get(0));
      this.problems = List.copyOf(problems);
    }

    public List<RuleProblem> problems() {
      return problems;
    }
  }

  /** Packs files, always to the same bytes. */
  public static byte[] write(RulesetFiles files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.texts().entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(315_532_800_000L); // 1980, the first that a ZIP archive knows
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Unpacks files.
   *
   * @return texts by their paths
   * @throws InvalidZip when it is no such archive, or holds what a ruleset does not
   */
  public static Map<String, String> read(byte[] bytes) throws InvalidZip {
    List<RuleProblem> problems = new ArrayList<>();
    Map<String, String> texts = new TreeMap<>();
    if (bytes.length > MOST_BYTES) {
      throw one("zip.too-large", "more than " + MOST_BYTES + " bytes.");
    }
    try (ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
            .setUseUnicodeExtraFields(false)
            .get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
      if (entries.size() > MOST_ENTRIES) {
        throw one("zip.too-many", "more than " + MOST_ENTRIES + " entries.");
      }
      ZipLayout.check(bytes, entries);
      int inflated = 0;
      for (ZipArchiveEntry entry : entries) {
        if (FOR_PEOPLE.matcher(entry.getName()).matches()) {
          continue;
        }
        inflated += read(zip, entry, texts, problems);
        if (inflated > MOST_INFLATED) {
          throw one("zip.bomb", "more than " + MOST_INFLATED + " bytes when it is unpacked.");
        }
      }
    } catch (IOException | RuntimeException broken) {
      // Also the library's own, on archives made to upset it: a fault of theirs, not of Bilan.
      throw one("zip.broken", "it is no ZIP archive, or a broken one.");
    }
    if (!problems.isEmpty()) {
      throw new InvalidZip(problems);
    }
    if (texts.isEmpty()) {
      throw one("zip.empty", "there is no file in it.");
    }
    return texts;
  }

  private static InvalidZip one(String code, String message) {
    return new InvalidZip(List.of(new RuleProblem(code, ".", 0, message, "")));
  }

  private static int read(
      ZipFile zip, ZipArchiveEntry entry, Map<String, String> texts, List<RuleProblem> problems)
      throws IOException {
    String name = entry.getName();
    String path = name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
    if (FOLDER.matcher(name).matches() && entry.getSize() == 0) {
      return 0;
    }
    if (!PATH.matcher(path).matches()) {
      problems.add(
          new RuleProblem(
              "file.unexpected",
              shown(name),
              0,
              "this is none of a ruleset's files.",
              "A rule is topic/name.yaml, topic/name.drl and topic/name.cases.yaml, in small letters, digits and hyphens."));
      return 0;
    }
    if (!KINDS.contains((int) (entry.getExternalAttributes() >>> 16) & KIND)
        || entry.getGeneralPurposeBit().usesEncryption()) {
      problems.add(
          new RuleProblem(
              "file.not-regular", path, 0, "links and encrypted files are not read.", ""));
      return 0;
    }
    // Other methods are seldom used, and need libraries or more memory than they should.
    if (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED) {
      throw new IOException("Packed by method " + entry.getMethod());
    }
    byte[] content;
    try (InputStream in = zip.getInputStream(entry)) {
      content = in.readNBytes(MOST_FILE + 1);
    }
    if (content.length > MOST_FILE) {
      problems.add(
          new RuleProblem("file.too-large", path, 0, "more than " + MOST_FILE + " bytes.", ""));
      return content.length;
    }
    CRC32 sum = new CRC32();
    sum.update(content);
    // The library does not compare them: damaged, another number would be read.
    if (sum.getValue() != entry.getCrc() || content.length != entry.getSize()) {
      throw new IOException("Another check sum or size than its content has");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      if (texts.put(path, text) != null) {
        problems.add(new RuleProblem("file.twice", path, 0, "it is there twice.", ""));
      }
    } catch (CharacterCodingException e) {
      problems.add(
          new RuleProblem("file.encoding", path, 0, "the file is not UTF-8.", "Save it as UTF-8."));
    }
    return content.length;
  }

  /** A name that somebody else has chosen, short and on one line. */
  private static String shown(String name) {
    String line =
        name.replaceAll("[\\p{Cntrl}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]", "?");
    return line.length() > 100 ? line.substring(0, 100) + "…" : line;
  }
}
