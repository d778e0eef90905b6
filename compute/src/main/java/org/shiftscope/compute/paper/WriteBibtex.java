package org.shiftscope.compute.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.JsonNode;

/** Whom to cite for an experiment: BibTeX of the paper, the software, and what the spec uses. */
public final class WriteBibtex {

  /** A work, and the specs that use it. */
  private record Work(String key, Predicate<JsonNode> usedBy) {}

  private static final List<Work> WORKS =
      List.of(
          new Work("bradley2021shiftcurvature", spec -> true),
          new Work("shiftscope", spec -> true),
          new Work("alpaydin1998digits", named("dataset", "digits")),
          new Work("xiao2017fashion", named("dataset", "fashion-mnist")),
          new Work("lecun1998gradient", named("dataset", "mnist")),
          new Work("krizhevsky2009learning", named("dataset", "cifar-10")),
          new Work("simonyan2014very", named("network", "vgg9").or(named("network", "vgg16"))),
          new Work("he2015deep", named("network", "resnet10")),
          new Work("he2015delving", is("/network/initialisation", "he")),
          new Work("ioffe2015batch", spec -> spec.at("/network/batchNorm").asBoolean(false)),
          new Work("sommeijer1998rkc", is("/refinement/integrator/name", "adaptive")),
          new Work("meyer2021hutchpp", spec -> spec.has("curvature") || takes(spec, "trace")),
          new Work("jonckheere1954distribution", spec -> spec.has("temperatures")),
          new Work("mandt2017stochastic", is("/sgd/dynamics/name", "momentum")),
          new Work("orvieto2022anticorrelated", is("/sgd/dynamics/name", "anti-pgd")),
          new Work("lau2023local", spec -> takes(spec, "learning-coefficient")),
          new Work("liang2017fisher", spec -> takes(spec, "fisher-rao")),
          new Work("dinh2017sharp", is("/kind", "invariance")));

  private WriteBibtex() {}

  /**
   * The entries, the paper first.
   *
   * @param software Shiftscope's version
   */
  public static String of(ExperimentSpec spec, String software) {
    JsonNode json = WriteSpec.toJson(spec);
    List<String> entries = Arrays.asList(read().strip().split("\n\n"));
    return WORKS.stream()
        .filter(work -> work.usedBy().test(json))
        .map(work -> entry(entries, work.key()).replace("{VERSION}", "{" + software + "}"))
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static String entry(List<String> entries, String key) {
    return entries.stream()
        .filter(entry -> entry.contains("{" + key + ","))
        .findFirst()
        .orElseThrow();
  }

  private static Predicate<JsonNode> named(String part, String name) {
    return is("/" + part + "/name", name);
  }

  private static Predicate<JsonNode> is(String pointer, String value) {
    return spec -> spec.at(pointer).asString("").equals(value);
  }

  private static boolean takes(JsonNode spec, String measure) {
    return spec.at("/measures/which")
        .valueStream()
        .anyMatch(which -> which.asString("").equals(measure));
  }

  private static String read() {
    try (InputStream in = WriteBibtex.class.getResourceAsStream("references.bib")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
