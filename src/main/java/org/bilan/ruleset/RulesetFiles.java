package org.bilan.ruleset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The files of a ruleset, read once: what is checked is what is judged by, whatever happens to the
 * folder meanwhile.
 *
 * @param texts by path under the folder, in the paths' order
 */
public record RulesetFiles(SortedMap<String, String> texts) {

  /** Bytes of one file: some hundred times the longest of ours. */
  private static final long LARGEST = 1024 * 1024;

  private static final int MOST = 2_000;

  public RulesetFiles {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /** Files that are at hand. */
  public static RulesetFiles of(Map<String, String> texts) {
    return new RulesetFiles(new TreeMap<>(texts));
  }

  /**
   * Reads a folder.
   *
   * @throws InvalidRuleset when it is none, or its files cannot be read
   */
  public static RulesetFiles read(Path folder) throws InvalidRuleset {
    RuleProblems problems = new RuleProblems();
    RulesetFiles files = read(folder, problems);
    problems.refuseIfAny();
    return files;
  }

  /** With these files in place of those of the same paths, or beside them. */
  public RulesetFiles with(Map<String, String> others) {
    SortedMap<String, String> all = new TreeMap<>(texts);
    all.putAll(others);
    return new RulesetFiles(all);
  }

  /** Whether these are files of the same names as others, with the same questions and cases. */
  boolean sameQuestionsAndCases(RulesetFiles others) {
    return texts.keySet().equals(others.texts.keySet())
        && texts.entrySet().stream()
            .filter(file -> file.getKey().endsWith(".drl") || file.getKey().endsWith(".cases.yaml"))
            .allMatch(file -> file.getValue().equals(others.texts.get(file.getKey())));
  }

  private static RulesetFiles read(Path folder, RuleProblems problems) {
    SortedMap<String, String> texts = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      problems.add(
          "folder.missing",
          folder.toString(),
          0,
          "there is no such folder.",
          "Name a rules folder with --rules or BILAN_RULES, or start where rules/ is.");
      return new RulesetFiles(texts);
    }
    // The folder itself may be a link ("current"); nothing in it may.
    try (Stream<Path> walk = Files.walk(folder.toRealPath())) {
      Path root = folder.toRealPath();
      List<Path> files =
          walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
              .filter(path -> !forPeople(root.relativize(path)))
              .limit(MOST + 1L)
              .toList();
      if (files.size() > MOST) {
        problems.add("folder.too-large", ".", 0, "more than " + MOST + " files.");
        return new RulesetFiles(texts);
      }
      for (Path path : files) {
        read(root, path, texts, problems);
      }
    } catch (IOException | UncheckedIOException e) {
      problems.add("folder.unreadable", ".", 0, cause(e));
    }
    return new RulesetFiles(texts);
  }

  private static void read(
      Path folder, Path path, SortedMap<String, String> texts, RuleProblems problems) {
    String name = name(folder.relativize(path));
    try {
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        problems.add("file.not-regular", name, 0, "links and special files are not followed.");
      } else if (Files.size(path) > LARGEST) {
        problems.add("file.too-large", name, 0, "more than " + LARGEST + " bytes.");
      } else {
        texts.put(name, Files.readString(path, StandardCharsets.UTF_8));
      }
    } catch (CharacterCodingException e) {
      problems.add("file.encoding", name, 0, "the file is not UTF-8.", "Save it as UTF-8.");
    } catch (IOException e) {
      problems.add("file.unreadable", name, 0, cause(e));
    }
  }

  private static String cause(Exception failure) {
    Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
    return cause instanceof AccessDeniedException denied
        ? "there is no permission to read " + denied.getFile() + "."
        : String.valueOf(cause.getMessage());
  }

  /**
   * Explanations and hidden files are none of a ruleset's: they change no revision.
   *
   * @param path under the folder
   */
  public static boolean forPeople(Path path) {
    for (Path part : path) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return path.toString().endsWith(".md");
  }

  private static String name(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /**
   * Names this content and no other: SHA-256 over each file's path, length and content, in the
   * paths' order; 64 hexadecimal digits.
   */
  public String revision() {
    MessageDigest digest = DigestUtils.getSha256Digest();
    texts.forEach(
        (name, text) -> {
          byte[] content = text.getBytes(StandardCharsets.UTF_8);
          String head = name + '\n' + content.length + '\n';
          digest.update(head.getBytes(StandardCharsets.UTF_8));
          digest.update(content);
        });
    return HexFormat.of().formatHex(digest.digest());
  }
}
