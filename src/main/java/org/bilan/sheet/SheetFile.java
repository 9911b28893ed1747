package org.bilan.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Tells by a file's first bytes what it is, not by its name, and reads it. */
final class SheetFile {

  /** Bytes: some thirty times our own. */
  static final int LARGEST = 1024 * 1024;

  private static final String AS_XLSX =
      "Save it as .xlsx (Excel workbook) or as .csv (UTF-8), and send that.";

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};

  /** Microsoft's container of before 2007; what Excel encrypts stands in one too. */
  private static final byte[] OLD = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

  private static final String ENCRYPTED = "EncryptedPackage";

  private SheetFile() {}

  static List<Table> read(byte[] file) throws InvalidSheet {
    if (file.length == 0) {
      throw InvalidSheet.file("file.empty", "nothing", "a sheet", "Choose another file.");
    }
    if (file.length > LARGEST) {
      throw InvalidSheet.file(
          "file.too-large",
          file.length + " bytes",
          "at most " + LARGEST,
          "Remove pictures, sheets and rows that are not Bilan's.");
    }
    if (startsWith(file, OLD)) {
      boolean encrypted =
          new String(file, StandardCharsets.UTF_16LE).contains(ENCRYPTED)
              || new String(file, 1, file.length - 1, StandardCharsets.UTF_16LE)
                  .contains(ENCRYPTED);
      throw encrypted
          ? locked()
          : InvalidSheet.file(
              "file.old-format", "a document of Office 97 to 2003", ".xlsx or .csv", AS_XLSX);
    }
    if (startsWith(file, ZIP) || startsWith(file, EMPTY_ZIP)) {
      return workbook(file);
    }
    return List.of(CsvReader.read(file));
  }

  private static List<Table> workbook(byte[] file) throws InvalidSheet {
    try (ZipParts parts = ZipParts.open(file)) {
      return new XlsxReader(parts).read();
    } catch (IOException | XMLStreamException e) {
      throw broken("what is damaged: " + e.getMessage());
    } catch (RuntimeException e) {
      // The libraries' own, on files made to upset them: a fault of the file, not of Bilan.
      throw broken("what is damaged (" + e.getClass().getSimpleName() + ")");
    }
  }

  static InvalidSheet broken(String found) {
    return InvalidSheet.file(
        "file.broken",
        found,
        "a sheet that can be read",
        "Save it anew from a spreadsheet program.");
  }

  static InvalidSheet locked() {
    return InvalidSheet.file(
        "file.password",
        "a file behind a password",
        "a file that is open to read",
        "Take the password off and save it anew.");
  }

  static InvalidSheet noSheet(String found) {
    return InvalidSheet.file("file.not-a-sheet", found, ".xlsx or .csv", AS_XLSX);
  }

  static boolean startsWith(byte[] file, byte[] start) {
    if (file.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (file[i] != start[i]) {
        return false;
      }
    }
    return true;
  }
}
