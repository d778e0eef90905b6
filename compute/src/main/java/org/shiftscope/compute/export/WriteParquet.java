package org.shiftscope.compute.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.shiftscope.compute.export.Table.Column;

/**
 * Writes a table as Parquet, by parquet-java without Hadoop
 * (docs/decisions/045-tables-and-figures.md). Uncompressed: tables are small, and codecs are native
 * libraries.
 */
final class WriteParquet {

  private WriteParquet() {}

  static byte[] of(Table table) {
    MessageType schema = schema(table);
    var bytes = new ByteArrayOutputStream();
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new InMemory(bytes))
            .withType(schema)
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .build()) {
      for (int i = 0; i < table.rows(); i++) {
        writer.write(row(table, schema, i));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static MessageType schema(Table table) {
    var schema = Types.buildMessage();
    table.columns().forEach(column -> schema.addField(field(column)));
    return schema.named(table.name());
  }

  private static PrimitiveType field(Column column) {
    return switch (column.type()) {
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
      case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
    };
  }

  private static Group row(Table table, MessageType schema, int row) {
    Group group = new SimpleGroup(schema);
    for (Column column : table.columns()) {
      Optional<Object> cell = column.cells().get(row);
      if (cell.isPresent()) {
        switch (column.type()) {
          case TEXT -> group.append(column.name(), (String) cell.get());
          case WHOLE -> group.append(column.name(), (long) (Long) cell.get());
          case NUMBER -> group.append(column.name(), (double) (Double) cell.get());
        }
      }
    }
    return group;
  }

  private record InMemory(ByteArrayOutputStream bytes) implements OutputFile {

    @Override
    public PositionOutputStream create(long blockSize) {
      return new PositionOutputStream() {
        @Override
        public long getPos() {
          return bytes.size();
        }

        @Override
        public void write(int b) {
          bytes.write(b);
        }

        @Override
        public void write(byte[] some, int first, int count) {
          bytes.write(some, first, count);
        }
      };
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
      return create(blockSize);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }
}
