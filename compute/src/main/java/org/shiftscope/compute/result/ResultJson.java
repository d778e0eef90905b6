package org.shiftscope.compute.result;

import org.shiftscope.compute.spec.Named;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of results: the records' fields by name, and {@code outcome}, which tells the
 * record. Doubles survive the round trip bit for bit, but for those that are not finite, which are
 * null and read back as NaN.
 */
public final class ResultJson {

  private static final JsonMapper MAPPER = mapper();

  private ResultJson() {}

  /** Writes a result. */
  public static ObjectNode toJson(TrialResult result) {
    ObjectNode json = MAPPER.valueToTree(result);
    return json.put("outcome", result.outcome().id());
  }

  /** Reads what {@link #toJson} wrote. */
  public static TrialResult fromJson(JsonNode json) {
    ObjectNode fields = json.deepCopy().asObject();
    if (fields.path("outcome").asString().equals(Outcome.DIVERGED.id())) {
      fields.remove("outcome");
      return MAPPER.treeToValue(fields, Diverged.class);
    }
    fields.put(
        "outcome",
        fields.path("outcome").asString().equals(Outcome.MEASURED.id())
            ? Outcome.MEASURED.name()
            : Outcome.UNCONVERGED.name());
    return MAPPER.treeToValue(fields, ShiftMeasurement.class);
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
    return JsonMapper.builder().addModule(names).build();
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
