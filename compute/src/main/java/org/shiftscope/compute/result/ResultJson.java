package org.shiftscope.compute.result;

import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.result.MinimumCertificate.Grade;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.compute.spec.Variants;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of results: the records' fields by name, {@code type}, which tells the record, and
 * {@code outcome}. Doubles survive the round trip bit for bit, but for those that are not finite,
 * which are null and read back as NaN.
 */
public final class ResultJson {

  private static final String TYPE = "type";
  private static final String OUTCOME = "outcome";
  private static final JsonMapper MAPPER = mapper();

  private ResultJson() {}

  /** The declared name of a result's type, {@code type} in its JSON: {@code shift-measurement}. */
  public static String type(TrialResult result) {
    return Variants.idOf(result.getClass());
  }

  /** Writes a result. */
  public static ObjectNode toJson(TrialResult result) {
    return typed(result).put(OUTCOME, result.outcome().id());
  }

  /** Writes what theory says. */
  public static ObjectNode toJson(Theory theory) {
    return typed(theory);
  }

  /** Writes what was found over the trials. */
  public static ObjectNode toJson(Findings findings) {
    return typed(findings);
  }

  /** Writes the verdicts on the claims. */
  public static ObjectNode toJson(JudgedClaims claims) {
    return typed(claims);
  }

  /** Writes what a comparison found. */
  public static ObjectNode toJson(ExperimentComparison comparison) {
    return typed(comparison);
  }

  /**
   * Reads what {@link #toJson(TrialResult)} wrote, today or in a version that told the record by
   * its outcome alone.
   */
  public static TrialResult fromJson(JsonNode json) {
    ObjectNode fields = json.deepCopy().asObject();
    String type =
        fields
            .path(TYPE)
            .asString(
                fields.path(OUTCOME).asString("").equals(Outcome.DIVERGED.id())
                    ? Variants.idOf(Diverged.class)
                    : Variants.idOf(ShiftMeasurement.class));
    return MAPPER.treeToValue(fields, classOf(type));
  }

  private static ObjectNode typed(Object record) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put(TYPE, Variants.idOf(record.getClass()));
    json.setAll((ObjectNode) MAPPER.valueToTree(record));
    return json;
  }

  private static Class<? extends TrialResult> classOf(String type) {
    return Variants.of(TrialResult.class)
        .byId(type)
        .orElseThrow(() -> new IllegalArgumentException("No result is of the type " + type))
        .asSubclass(TrialResult.class);
  }

  private static JsonMapper mapper() {
    SimpleModule names = new SimpleModule();
    names.addSerializer(
        Named.class,
        new ValueSerializer<Named>() {
          @Override
          public void serialize(Named value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.id());
          }
        });
    // NaN and the infinities are not JSON.
    names.addSerializer(Double.class, new FiniteOrNull());
    names.addSerializer(Double.TYPE, new FiniteOrNull());
    names.addDeserializer(Double.TYPE, new NanForNull());
    names.addDeserializer(Double.class, new NanForNull());
    names.addDeserializer(Outcome.class, new ById<>(Outcome.values()));
    names.addDeserializer(Grade.class, new ById<>(Grade.values()));
    names.addDeserializer(MeasureName.class, new ById<>(MeasureName.values()));
    names.addDeserializer(Invariance.class, new ById<>(Invariance.values()));
    names.addDeserializer(Decomposition.Verdict.class, new ById<>(Decomposition.Verdict.values()));
    return JsonMapper.builder()
        .addModule(names)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  private static final class ById<T extends Named> extends ValueDeserializer<T> {
    private final T[] values;

    ById(T[] values) {
      this.values = values;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
      String id = json.getString();
      return Named.find(values, id)
          .orElseThrow(() -> new IllegalArgumentException("Nothing here is called " + id));
    }
  }

  private static final class NanForNull extends ValueDeserializer<Double> {
    @Override
    public Double deserialize(JsonParser json, DeserializationContext context) {
      return json.getDoubleValue();
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
      return Double.NaN;
    }
  }

  private static final class FiniteOrNull extends ValueSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator json, SerializationContext context) {
      if (Double.isFinite(value)) {
        json.writeNumber(value.doubleValue());
      } else {
        json.writeNull();
      }
    }
  }
}
