package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Adds a kind of experiment to a copy of the distribution as a person would add it to the sources:
 * the files of the folder {@code kind}, and one line in each of four files. No other class is
 * compiled anew.
 */
final class CompileAddedKind {

  private static final Path MODULES = Path.of("..").toAbsolutePath().normalize();
  private static final Path ADDED = Path.of("src", "test", "kind");
  private static final String SPEC = "org.shiftscope.compute.spec.MetropolisSampling";

  private CompileAddedKind() {}

  /** The launcher of a distribution in a folder, with the kind. */
  static Path into(Path folder) throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ADDED)) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
    }
    assertThat(sources).hasSize(4);
    sources.addAll(changed(folder));
    Path distribution = distribution(folder);
    compile(sources, distribution);
    return distribution.resolve("bin/shiftscope");
  }

  private static List<Path> changed(Path folder) throws IOException {
    return List.of(
        change(
            folder,
            "compute/src/main/java/org/shiftscope/compute/spec/ExperimentSpec.java",
            "Invariance {",
            "Invariance, MetropolisSampling {"),
        change(
            folder,
            "compute/src/main/java/org/shiftscope/compute/result/TrialResult.java",
            "Diverged {",
            "Diverged, MetropolisMeasurement {"),
        change(
            folder,
            "compute/src/main/java/org/shiftscope/compute/kind/Kind.java",
            "    return switch (spec) {\n",
            "    return switch (spec) {\n      case "
                + SPEC
                + " added -> new org.shiftscope.compute.kind.metropolis.MetropolisKind(added);\n"),
        change(
            folder,
            "ui/src/main/java/org/shiftscope/ui/kind/KindPage.java",
            "    return switch (spec) {\n",
            "    return switch (spec) {\n      case "
                + SPEC
                + " added -> new org.shiftscope.ui.kind.metropolis.MetropolisPage(added);\n"));
  }

  private static Path change(Path folder, String source, String text, String changed)
      throws IOException {
    String before = Files.readString(MODULES.resolve(source));
    assertThat(before).describedAs(source).containsOnlyOnce(text);
    Path file = folder.resolve("changed").resolve(source);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, before.replace(text, changed));
  }

  /** The distribution's launcher and jars, and before these the folder {@code added}. */
  private static Path distribution(Path folder) throws IOException {
    Path installed = Path.of(System.getProperty("shiftscope.launcher"));
    Path original =
        Objects.requireNonNull(Objects.requireNonNull(installed.getParent()).getParent());
    Path copy = folder.resolve("shiftscope");
    Files.createDirectories(copy.resolve("bin"));
    Files.createSymbolicLink(copy.resolve("lib"), original.resolve("lib"));
    try (Stream<Path> scripts = Files.list(original.resolve("bin"))) {
      for (Path script : scripts.toList()) {
        Files.copy(
            script,
            copy.resolve("bin").resolve(script.getFileName()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    Path launcher = copy.resolve("bin/shiftscope");
    String text = Files.readString(launcher);
    assertThat(text).containsOnlyOnce("\"$home/lib/*\"");
    Files.writeString(launcher, text.replace("\"$home/lib/*\"", "\"$home/added:$home/lib/*\""));
    return copy;
  }

  private static void compile(List<Path> sources, Path distribution) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> jars = Files.list(distribution.resolve("lib"))) {
      List<String> options =
          List.of(
              "-proc:none",
              "-implicit:none",
              "-parameters",
              "-cp",
              String.join(":", jars.map(Path::toString).toList()),
              "-d",
              Files.createDirectory(distribution.resolve("added")).toString());
      boolean compiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).describedAs(said.toString()).isTrue();
    }
  }
}
