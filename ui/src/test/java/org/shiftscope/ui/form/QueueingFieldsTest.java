package org.shiftscope.ui.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.kind.TrialLimits;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.Queueing;

class QueueingFieldsTest {

  private final QueueingFields fields =
      new QueueingFields(new TrialLimits(Optional.of(Duration.ofHours(3)), Optional.empty()));

  @Test
  void theySayWhatTheyWereFilledWith() {
    assertThat(fields.read()).isEqualTo(Queueing.USUAL);
    for (Queueing each :
        List.of(
            new Queueing(-10, Optional.of(Duration.ofHours(2))),
            new Queueing(3, Optional.of(Duration.ofMinutes(30))),
            Queueing.USUAL)) {
      fields.fill(each);
      assertThat(fields.read()).isEqualTo(each);
    }
    assertThat(text("trialHours").getPlaceholder()).isEqualTo("3, the server's");
  }

  @Test
  void everyProblemIsShownAtItsField() {
    type("11", "two");
    InvalidSpec refused = catchThrowableOfType(InvalidSpec.class, fields::read);
    assertThat(refused.problems())
        .extracting(Problem::field)
        .containsExactly("trialHours", "priority");
    var other = new Problem("title", "is missing", "");
    assertThat(
            fields.show(
                List.of(refused.problems().getFirst(), refused.problems().getLast(), other)))
        .containsExactly(other);
    assertThat(text("priority").getErrorMessage())
        .isEqualTo("Must be a whole number from -10 to 10; it is 11.");
    assertThat(text("trialHours").isInvalid()).isTrue();

    type("1", "4");
    refused = catchThrowableOfType(InvalidSpec.class, fields::read);
    assertThat(refused).hasMessageContaining("at most 3, the server's limit");
    fields.show(List.of());
    assertThat(text("priority").isInvalid()).isFalse();
  }

  private void type(String priority, String hours) {
    text("priority").setValue(priority);
    text("trialHours").setValue(hours);
  }

  private TextField text(String path) {
    return fields.fields().stream()
        .filter(field -> field.path().equals(path))
        .map(field -> (TextField) field.component())
        .findFirst()
        .orElseThrow();
  }
}
