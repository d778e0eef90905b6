package org.shiftscope.server.rest;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.function.Supplier;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.storage.Vitals;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.ui.observed.SystemReport;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows the server itself, as the page of the system does. */
record ShowSystem(Supplier<SystemReport> system) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("getSystem", "Shows devices, lanes, memory, disk and versions")
        .answers(200, "The server itself", ShowSystem::schema);
  }

  @Override
  public void handle(Context request) {
    SystemReport report = system.get();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("trouble", report.trouble().orElse(null))
            .put("uptimeSeconds", report.uptime().toSeconds())
            .put("devices", report.devices());
    SystemReport.Versions versions = report.versions();
    json.putObject("versions")
        .put("product", versions.product())
        .put("commit", versions.commit())
        .put("java", versions.java())
        .put("libraries", versions.libraries())
        .put("kernels", versions.kernels())
        .put("system", versions.system());
    ArrayNode lanes = json.putArray("lanes");
    report
        .lanes()
        .forEach(
            lane ->
                lanes
                    .addObject()
                    .put("device", lane.device())
                    .put("name", lane.name())
                    .put("slots", lane.slots())
                    .put("running", lane.running())
                    .put("waiting", lane.waiting())
                    .put("paused", lane.paused().map(Instant::toString).orElse(null)));
    ArrayNode workers = json.putArray("workers");
    report.workers().forEach(worker -> add(workers, worker));
    ArrayNode running = json.putArray("running");
    report.running().forEach(trial -> add(running, trial, request.contextPath()));
    SystemReport.MemoryUse memory = report.memory();
    json.putObject("memory")
        .put("heapUsed", memory.heapUsed())
        .put("heapMost", memory.heapMost())
        .put("resident", memory.resident())
        .put("takenByTrials", memory.takenByTrials())
        .put("machine", memory.machine())
        .put("left", memory.left());
    ObjectNode disk =
        json.putObject("disk").put("free", report.disk().free()).put("size", report.disk().size());
    if (Asker.may(Role.RESEARCHER)) {
      disk.put("folder", report.disk().folder().toString());
    }
    json.set(
        "database",
        report
            .engine()
            .map(
                engine ->
                    JsonNodeFactory.instance
                        .objectNode()
                        .put("engine", engine.engine())
                        .put("schema", engine.schema())
                        .put("bytes", engine.bytes()))
            .orElse(null));
    json.set("backups", report.backups().map(BackupJson::plan).orElse(null));
    request.json(json);
  }

  private static void add(ArrayNode running, Vitals.AtWork trial, String root) {
    running
        .addObject()
        .put("experiment", trial.experiment().value())
        .put("title", trial.title())
        .put("trial", trial.number())
        .put("device", trial.device())
        .put("host", trial.host())
        .put("started", trial.started().toString())
        .put("phase", trial.phase())
        .put("fraction", trial.fraction())
        .putObject("links")
        .put("page", root + "/experiments/" + trial.experiment() + "?trial=" + trial.number());
  }

  private static void add(ArrayNode workers, SystemReport.WorkerAtWork worker) {
    ObjectNode json =
        workers
            .addObject()
            .put("id", worker.id())
            .put("host", worker.host())
            .put("process", worker.process())
            .put("version", worker.version())
            .put("processor", worker.processor())
            .put("kernels", worker.kernels())
            .put("started", worker.started().toString())
            .put("heartbeat", worker.heartbeat().map(Instant::toString).orElse(null));
    ArrayNode lanes = json.putArray("lanes");
    worker
        .lanes()
        .forEach((device, slots) -> lanes.addObject().put("device", device).put("slots", slots));
  }

  private static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "System",
        () ->
            Schemas.object("The server itself. Sizes are bytes.")
                .field(
                    "trouble",
                    Schemas.orNull(Schemas.text()),
                    "What keeps it from its work, if anything")
                .field("uptimeSeconds", Schemas.integer(), "Since its start")
                .field("devices", Schemas.text(), "What trials run on, and why")
                .field(
                    "versions",
                    texts("product", "commit", "java", "libraries", "kernels", "system"),
                    "What it is made of")
                .field("lanes", Schemas.listOf(lane()), "What runs trials, in whatever process")
                .field("workers", Schemas.listOf(worker()), "The processes that run them")
                .field("running", Schemas.listOf(trial()), "The trials that run")
                .field(
                    "memory",
                    bytes("heapUsed", "heapMost", "resident", "takenByTrials", "machine", "left"),
                    "What it holds, and what there is")
                .field(
                    "disk",
                    Schemas.object("")
                        .field("free", Schemas.integer(), "Left")
                        .field("size", Schemas.integer(), "In all")
                        .option("folder", Schemas.text(), "Where; not for who only reads")
                        .end(),
                    "The disk of the data folder")
                .field(
                    "database",
                    Schemas.orNull(
                        Schemas.object("")
                            .field("engine", Schemas.text(), "What it is, and its version")
                            .field("schema", Schemas.text(), "The version of its schema")
                            .field("bytes", Schemas.integer(), "What it takes on its disk")
                            .end()),
                    "The database; null where it does not answer")
                .field(
                    "backups",
                    Schemas.orNull(BackupJson.planSchema()),
                    "Those that are made; null where none are")
                .end());
  }

  private static ObjectNode lane() {
    return Schemas.object("A device that runs trials.")
        .field("device", Schemas.text(), "Its lane: cpu, gpu0 ...")
        .field("name", Schemas.text(), "What a person calls it")
        .field("slots", Schemas.integer(), "Trials that can run at the same time")
        .field("running", Schemas.integer(), "Trials that run now")
        .field("waiting", Schemas.integer(), "Trials that wait for it")
        .field("paused", Schemas.orNull(Schemas.time()), "Since when it is paused")
        .end();
  }

  private static ObjectNode worker() {
    return Schemas.object("A process that runs trials.")
        .field("id", Schemas.text(), "Its id, another at each start")
        .field("host", Schemas.text(), "The machine's name")
        .field("process", Schemas.integer(), "Its number there")
        .field("version", Schemas.text(), "Of Shiftscope")
        .field("processor", Schemas.text(), "What it computes on")
        .field("kernels", Schemas.text(), "What rules the order of additions")
        .field("started", Schemas.time(), "When it came")
        .field("heartbeat", Schemas.orNull(Schemas.time()), "When it told last that it lives")
        .field(
            "lanes",
            Schemas.listOf(
                Schemas.object("")
                    .field("device", Schemas.text(), "The lane")
                    .field("slots", Schemas.integer(), "Trials that it runs at the same time")
                    .end()),
            "The lanes that it serves")
        .end();
  }

  private static ObjectNode trial() {
    return Schemas.object("A trial that runs.")
        .field("experiment", Schemas.text(), "Its experiment's id")
        .field("title", Schemas.text(), "Its experiment's title")
        .field("trial", Schemas.integer(), "Its number")
        .field("device", Schemas.text(), "The lane that runs it")
        .field("host", Schemas.text(), "The machine that runs it")
        .field("started", Schemas.time(), "When this attempt started")
        .field("phase", Schemas.text(), "What it is doing")
        .field("fraction", Schemas.number(), "Share of its work that is done")
        .field(
            "links",
            Schemas.of("object").set("additionalProperties", Schemas.text()).asObject(),
            "Its page")
        .end();
  }

  private static ObjectNode texts(String... names) {
    Schemas.Fields fields = Schemas.object("");
    for (String name : names) {
      fields.field(name, Schemas.text(), name);
    }
    return fields.end();
  }

  private static ObjectNode bytes(String... names) {
    Schemas.Fields fields = Schemas.object("");
    for (String name : names) {
      fields.field(name, Schemas.integer(), name);
    }
    return fields.end();
  }
}
