package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.InvarianceMeasurement;
import org.shiftscope.compute.result.InvarianceMeasurement.Certificate;
import org.shiftscope.compute.result.InvarianceMeasurement.LookedAt;
import org.shiftscope.compute.result.InvarianceMeasurement.Term;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.spec.DomainSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Invariance;
import org.shiftscope.compute.spec.LandscapeSubject;
import org.shiftscope.compute.spec.ObjectiveSpec;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.compute.stage.TrialWatch;

/** The check of a landscape as a trial. */
final class LandscapeInvarianceTest {

  private final RunTrial run =
      new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));

  @Test
  void thePresetHoldsAndSurvivesItsJson() {
    Invariance preset =
        Presets.all().stream()
            .filter(each -> each.id().equals("invariance-of-a-landscape"))
            .map(Preset::spec)
            .map(Invariance.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(ReadSpec.from(WriteSpec.toJson(preset))).isEqualTo(preset);
    var found = (InvarianceMeasurement) run.run(preset, 0, TrialWatch.none());
    assertThat(found.certificate().holds()).isTrue();
    assertThat(found.maps()).singleElement().satisfies(map -> assertThat(map.linear()).isFalse());
    assertThat(found.maps().getFirst().terms())
        .extracting(Term::id)
        .contains("expected-test-loss", "weight-1", "shift-curvature-2", "sum");
    assertThat(found.maps().getFirst().order())
        .allSatisfy(term -> assertThat(term.order()).isGreaterThan(0.9));
    assertThat(ResultJson.fromJson(ResultJson.toJson(found))).isEqualTo(found);
    assertThat(run.run(preset, 0, TrialWatch.none())).isEqualTo(found);
  }

  /** Of a curved map some terms hold exactly: they are not said to hold to first order. */
  @Test
  void findingsSayWhichTermsHoldExactlyAndWhichToFirstOrder() {
    assertThat(findings("sinh(x)"))
        .startsWith(
            "All 19 terms hold under 1 curved map (8 within 1e−9, 11 to first order in the shift).");
    assertThat(findings("2*x + 1")).startsWith("All 19 terms hold within 1e−9 under 1 linear map.");
  }

  private String findings(String map) {
    var spec = new Invariance("Test", subject(map), 1e-9);
    return Kind.of(spec)
        .findings(Map.of(0, run.run(spec, 0, TrialWatch.none())), Include.COUNTED)
        .sentences()
        .getFirst();
  }

  /** Of two landscapes with the same terms, one certificate is not the other's. */
  @Test
  void theCertificateIsOverTheLandscapeAndTheMap() throws NoSuchAlgorithmException {
    LandscapeSubject subject = subject("2*x + 1");
    Certificate found = certificate(subject);
    Certificate same = certificate(subject("2*x + 1"));
    Certificate other =
        certificate(
            new LandscapeSubject(
                new ObjectiveSpec(ObjectiveSpec.Gaussians.none(), "(x^2 - 1)^2 + 0"),
                subject.shift(),
                subject.noise(),
                subject.domain(),
                subject.temperature(),
                subject.map()));
    assertThat(same).isEqualTo(found);
    assertThat(other.points().getLast()).isEqualTo(found.points().getLast());
    assertThat(other.id()).isNotEqualTo(found.id());
    String json =
        "{'of':'landscape','objective':{'gaussians':{'minima':[],'weights':[],'sigmas':[]},"
            + "'formula':'(x^2 - 1)^2'},'shift':0.1,'noise':'1 + 0.6*tanh(2*x)',"
            + "'domain':{'from':-2.5,'to':2.5},'temperature':0.5,'map':'2*x + 1'}";
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    assertThat(found.points().getFirst())
        .isEqualTo(new LookedAt("landscape and map", HexFormat.of().formatHex(digest)));
    assertThat(found.subject()).isEqualTo("a landscape at T = 0.5, φ = 2*x + 1");
  }

  private Certificate certificate(LandscapeSubject subject) {
    var spec = new Invariance("Test", subject, 1e-9);
    return ((InvarianceMeasurement) run.run(spec, 0, TrialWatch.none())).certificate();
  }

  @Test
  void aMapThatTurnsIsRefusedWithThePlace() {
    List<Problem> problems =
        catchThrowableOfType(InvalidSpec.class, () -> subject("x + 2*sin(x)")).problems();
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.field()).isEqualTo("map"))
        .satisfies(
            problem ->
                assertThat(problem.law())
                    .startsWith("must rise everywhere in the domain, and there moved by the shift")
                    .contains("near x = "));
    assertThat(subject("2*x + 1").coordinates().isLinear()).isTrue();
  }

  private static LandscapeSubject subject(String map) {
    return new LandscapeSubject(
        new ObjectiveSpec(ObjectiveSpec.Gaussians.none(), "(x^2 - 1)^2"),
        0.1,
        "1 + 0.6*tanh(2*x)",
        new DomainSpec(-2.5, 2.5),
        0.5,
        map);
  }
}
