package org.bilan.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bilan.records.Records;
import org.bilan.sheet.Armour;
import org.bilan.sheet.CardSheet;

/** How sources have fared, for machines and spreadsheets. */
final class RecordsExport {

  private static final JsonMapper JSON = new JsonMapper();

  /** Finer than any interval of some thousands of cases is wide. */
  private static final int DECIMALS = 4;

  private RecordsExport() {}

  /** One document in UTF-8, on one line without its end. */
  static byte[] json(Records records) throws JsonProcessingException {
    ObjectNode document = JSON.createObjectNode();
    document.put("incidents", records.incidents()).put("usual", records.usual());
    ArrayNode sources = document.putArray("sources");
    records
        .sources()
        .forEach(
            fared -> {
              ObjectNode entry = sources.addObject().put("source", fared.source());
              entry.put("right", fared.right()).put("wrong", fared.wrong());
              entry.put("unknown", fared.unknown()).put("mean", rounded(fared.mean()));
              entry.put("low", rounded(fared.low())).put("high", rounded(fared.high()));
            });
    ArrayNode pairs = document.putArray("pairs");
    records
        .pairs()
        .forEach(
            pair -> {
              ObjectNode entry = pairs.addObject();
              entry.put("source", pair.one()).put("other", pair.other());
              entry.put("right", pair.shared().right()).put("wrong", pair.shared().wrong());
              entry.put("different", pair.shared().different());
              entry.put("copying", rounded(pair.shared().copying()));
            });
    return JSON.writeValueAsBytes(document);
  }

  /**
   * One table of both, in UTF-8: a row of a source has no {@code other}, {@code different} and
   * {@code copying}, one of a pair nothing that only a source has.
   */
  static byte[] csv(Records records) throws IOException {
    StringBuilder text = new StringBuilder(CardSheet.BYTE_ORDER_MARK);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader(
                "source",
                "other",
                "right",
                "wrong",
                "unknown",
                "different",
                "mean",
                "low",
                "high",
                "copying")
            .get();
    try (CSVPrinter csv = new CSVPrinter(text, format)) {
      for (Records.Fared fared : records.sources()) {
        csv.printRecord(
            Armour.throughout(fared.source()),
            "",
            fared.right(),
            fared.wrong(),
            fared.unknown(),
            "",
            rounded(fared.mean()).toPlainString(),
            rounded(fared.low()).toPlainString(),
            rounded(fared.high()).toPlainString(),
            "");
      }
      for (Records.Copyists pair : records.pairs()) {
        csv.printRecord(
            Armour.throughout(pair.one()),
            Armour.throughout(pair.other()),
            pair.shared().right(),
            pair.shared().wrong(),
            "",
            pair.shared().different(),
            "",
            "",
            "",
            rounded(pair.shared().copying()).toPlainString());
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static BigDecimal rounded(double number) {
    return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
