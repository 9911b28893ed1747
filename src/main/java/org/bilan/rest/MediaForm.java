package org.bilan.rest;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The fields of a form that sends files.
 *
 * @param files as they were received; their names are nobody's business
 */
record MediaForm(List<Path> files, boolean confidential) {

  static final int MOST = 20;

  private static final String FILE = "file";
  private static final String CONFIDENTIAL = "confidential";

  /** As the description of the API tells it. */
  @Schema(name = "MediaForm")
  record Fields(
      @Schema(description = "Files, at most " + MOST, type = SchemaType.ARRAY, maxItems = MOST)
          List<byte[]> file,
      @Schema(
              description =
                  "true: only who sends them, and who sees confidential sources, may know of them",
              defaultValue = "false")
          boolean confidential) {}

  /** Reads a form that was received; refuses it with all that is wrong. */
  static MediaForm of(RoutingContext context) {
    List<ProblemDetail.Fault> problems = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (Upload.Part part : Upload.parts(context)) {
      if (part.field().equals(FILE)) {
        files.add(part.file());
      } else {
        problems.add(unknown(part.field()));
      }
    }
    MultiMap attributes = context.request().formAttributes();
    boolean confidential = false;
    for (String name : attributes.names()) {
      if (name.equals(FILE)) {
        problems.add(fault("field.not-allowed", FILE, "a text", "a file, with a filename"));
        continue;
      }
      if (!name.equals(CONFIDENTIAL)) {
        problems.add(unknown(name));
        continue;
      }
      List<String> values = attributes.getAll(name);
      confidential = values.contains("true");
      if (values.size() != 1 || !values.get(0).matches("true|false")) {
        problems.add(
            fault(
                "field.not-allowed",
                CONFIDENTIAL,
                values.size() == 1 ? shortened(values.get(0)) : values.size() + " values",
                "true or false"));
      }
    }
    if (files.isEmpty() && !attributes.contains(FILE)) {
      problems.add(fault("field.missing", FILE, "no file", "at least one file"));
    } else if (files.size() > MOST) {
      problems.add(
          fault("field.too-many", FILE, files.size() + " files", "at most " + MOST + " files"));
    }
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparing(ProblemDetail.Fault::pointer));
      throw Refusal.badFields(problems);
    }
    return new MediaForm(files, confidential);
  }

  private static ProblemDetail.Fault unknown(String name) {
    return fault("field.unknown", shortened(name), shortened(name), FILE + " or " + CONFIDENTIAL);
  }

  private static ProblemDetail.Fault fault(
      String code, String field, String found, String expected) {
    return new ProblemDetail.Fault(code, "/" + field, null, found, expected, "");
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
