package org.shiftscope.storage;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The lanes that the trials of this process go to, in turn by the trial's number.
 *
 * @param tables at least one
 */
record Route(List<LaneTable> tables) {

  /** A route through lanes, by their devices. */
  static Route through(List<String> devices) {
    if (devices.isEmpty()) {
      throw new IllegalArgumentException("No lane to send trials to");
    }
    return new Route(devices.stream().map(LaneTable::new).toList());
  }

  /** The lanes' devices. */
  List<String> devices() {
    return tables.stream().map(LaneTable::device).toList();
  }

  /** Makes the tables that are not there. */
  void createTables(Database database) {
    database.report(
        change -> {
          tables.forEach(table -> table.create(change.handle()));
          return true;
        });
  }

  /** The lane of a trial. */
  LaneTable of(int trial) {
    return tables.get(trial % tables.size());
  }

  /** The next attempts at trials that wait or run in other lanes. */
  List<TrialAttempt> strays(Handle handle) {
    return handle
        .createQuery(
            "SELECT experiment, number, attempts FROM trial"
                + " WHERE state IN ('queued', 'running') AND device NOT IN (<devices>)")
        .bindList("devices", tables.stream().map(LaneTable::device).toList())
        .map(
            (row, context) ->
                new TrialAttempt(
                    new ExperimentId(row.getString("experiment")),
                    row.getInt("number"),
                    row.getInt("attempts") + 1))
        .list();
  }

  /**
   * Moves the trials that wait or run in other lanes to these. Their rows in the queues are made
   * anew when the lanes start, or by {@link #addAll}. Returns how many.
   */
  int takeIn(Change change) {
    List<TrialAttempt> strays = strays(change.handle());
    strays.forEach(stray -> move(change, stray));
    return strays.size();
  }

  private void move(Change change, TrialAttempt stray) {
    change
        .handle()
        .createUpdate(
            "UPDATE trial SET device = :device WHERE experiment = :experiment AND number = :number")
        .bind("device", of(stray.trial()).device())
        .bind("experiment", stray.experiment().value())
        .bind("number", stray.trial())
        .execute();
  }

  /** Makes a row for every queued trial of an experiment, in its lane. */
  void addAll(Change change, ExperimentId experiment) {
    tables.forEach(table -> table.addAll(change, experiment));
  }

  /** Takes the rows of an experiment away. */
  void removeAll(Change change, ExperimentId experiment) {
    tables.forEach(table -> table.removeAll(change, experiment));
  }
}
