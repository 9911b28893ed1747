package org.bilan.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bilan.dossier.Place;

/**
 * GeoJSON (RFC 7946): a feature for each claim, not for each incident, so that all properties are
 * flat, as geographic systems read them, and can be filtered by grade and score; those of one
 * incident share its point and its id. Without coordinates the geometry is null. The point says
 * where the middle of the place is: how exactly it is known says the property precision.
 */
final class GeoJsonWriter implements ExportWriter {

  private final JsonGenerator json;

  GeoJsonWriter(OutputStream out, About about) throws IOException {
    json = Json.generator(out);
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    if (about.asOf().isPresent()) {
      json.writeStringField("asOf", about.asOf().get().toString());
    }
    json.writeArrayFieldStart("features");
    json.flush();
  }

  @Override
  public void write(ExportedClaim claim) throws IOException {
    Json.newLine(json);
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", claim.incident().id() + "/" + claim.claim().id());
    json.writeFieldName("geometry");
    geometry(claim.incident().place());
    json.writeObjectFieldStart("properties");
    for (Column column : Column.ALL) {
      json.writeFieldName(column.name());
      property(column, column.value().apply(claim));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void geometry(Optional<Place> place) throws IOException {
    OptionalDouble lon = place.map(Place::lon).orElse(OptionalDouble.empty());
    OptionalDouble lat = place.map(Place::lat).orElse(OptionalDouble.empty());
    if (lon.isEmpty() || lat.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("type", "Point");
    json.writeArrayFieldStart("coordinates");
    json.writeNumber(BigDecimal.valueOf(lon.getAsDouble()));
    json.writeNumber(BigDecimal.valueOf(lat.getAsDouble()));
    json.writeEndArray();
    json.writeEndObject();
  }

  private void property(Column column, Optional<?> value) throws IOException {
    if (value.isEmpty()) {
      json.writeNull();
      return;
    }
    switch (column.type()) {
      case WHOLE -> json.writeNumber((Integer) value.get());
      case REAL -> json.writeNumber(BigDecimal.valueOf((Double) value.get()));
      case TEXT, DATE, TIME -> json.writeString(value.get().toString());
    }
  }

  @Override
  public void end(int leftOut) throws IOException {
    json.writeEndArray();
    if (leftOut > 0) {
      json.writeNumberField("leftOut", leftOut);
    }
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }
}
