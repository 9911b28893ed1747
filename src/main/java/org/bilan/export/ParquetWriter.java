package org.bilan.export;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.TimeUnit;
import com.jerolba.carpet.model.FieldType;
import com.jerolba.carpet.model.FieldTypes;
import com.jerolba.carpet.model.WriteRecordModelType;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/** A table as Apache Parquet: typed columns, compressed by gzip, times to the microsecond. */
final class ParquetWriter implements ExportWriter {

  /** Bytes that are held before they are written: what a writer takes of memory. */
  private static final long ROW_GROUP = 8L << 20;

  private final CarpetWriter<ExportedClaim> parquet;

  ParquetWriter(OutputStream out, About about) throws IOException {
    this(out, about, ROW_GROUP);
  }

  ParquetWriter(OutputStream out, About about, long rowGroup) throws IOException {
    CarpetWriter.Builder<ExportedClaim> builder =
        new CarpetWriter.Builder<>((OutputFile) new Kept(out), ExportedClaim.class)
            .withWriteRecordModel(model())
            .withDefaultTimeUnit(TimeUnit.MICROS)
            .withCodecFactory(new Gzip())
            .withCompressionCodec(CompressionCodecName.GZIP)
            .withRowGroupSize(rowGroup)
            .withExtraMetaData("bilan.generator", "Bilan");
    about.asOf().ifPresent(time -> builder.withExtraMetaData("bilan.as_of", time.toString()));
    parquet = builder.build();
    out.flush();
  }

  private static WriteRecordModelType<ExportedClaim> model() {
    WriteRecordModelType<ExportedClaim> model = FieldTypes.writeRecordModel(ExportedClaim.class);
    for (Column column : Column.ALL) {
      model.withField(
          column.name(), type(column.type()), claim -> column.value().apply(claim).orElse(null));
    }
    return model;
  }

  private static FieldType type(Column.Type type) {
    return switch (type) {
      case TEXT -> FieldTypes.STRING;
      case WHOLE -> FieldTypes.INTEGER;
      case REAL -> FieldTypes.DOUBLE;
      case DATE -> FieldTypes.LOCAL_DATE;
      case TIME -> FieldTypes.INSTANT;
    };
  }

  @Override
  public void write(ExportedClaim claim) throws IOException {
    parquet.write(claim);
  }

  @Override
  public void end(int leftOut) throws IOException {
    parquet.close();
  }
}
