package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A record goes into another database, row for row. */
final class MoveRecordTest extends BackupStory {

  @Test
  void aMovedRecordGoesOnTelling() throws Exception {
    tellAndWork(data);
    List<String> deliveries = table(data, "DELIVERY");
    DatabaseAddress address = PostgresServer.shared().fresh();
    var postgres = new RecordPlace(folder.resolve("beside"), Optional.of(address));

    MoveRecord.from(RecordPlace.in(data), postgres);
    MoveRecord.from(postgres, RecordPlace.in(restored));

    assertThat(table(restored, "WORKER"))
        .singleElement()
        .asString()
        .contains("box-7")
        .containsPattern("ended=\\d{4}-");
    assertThat(table(restored, "RECIPIENT")).singleElement().asString().contains("enabled=true");
    assertThat(table(restored, "DELIVERY")).isEqualTo(deliveries);
  }

  @Test
  void aMoveLeavesWhatItCameFromAndMakesTheSame() throws Exception {
    byte[] before = Files.readAllBytes(data.resolve("shiftscope.mv.db"));
    MoveRecord.from(RecordPlace.in(data), RecordPlace.in(restored));
    assertThat(Files.readAllBytes(data.resolve("shiftscope.mv.db"))).isEqualTo(before);
    assertThat(rows(restored)).isEqualTo(rows(data));
  }

  @Test
  void aRecordGoesToPostgresAndBackRowForRow() throws Exception {
    Map<String, List<String>> before = rows(data);
    DatabaseAddress address = PostgresServer.shared().fresh();
    var postgres = new RecordPlace(folder.resolve("beside"), Optional.of(address));

    MoveRecord.from(RecordPlace.in(data), postgres);

    assertThatThrownBy(() -> MoveRecord.from(RecordPlace.in(data), postgres))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("There is a record in the database");
    assertThat(VerifyRecord.in(postgres).wrong()).isEmpty();
    MoveRecord.from(postgres, RecordPlace.in(restored));
    assertThat(rows(restored)).isEqualTo(before);

    Path file;
    try (Storage storage = Storage.open(postgres, clock())) {
      Experiment more = storage.experiments().submit(Samples.spec("More", 2));
      assertThat(storage.experiments().cancel(more.id())).isTrue();
      file = backups(storage).make().file();
    }
    Path again = folder.resolve("again");
    RestoreBackup.into(file, RecordPlace.in(again));
    assertThat(rows(again).get("EXPERIMENT"))
        .hasSize(before.getOrDefault("EXPERIMENT", List.of()).size() + 1);
    assertThat(VerifyRecord.in(RecordPlace.in(again)).wrong()).isEmpty();
  }
}
