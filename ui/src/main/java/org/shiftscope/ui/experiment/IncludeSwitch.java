package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.function.Consumer;
import org.shiftscope.compute.finding.Include.Measured;
import org.shiftscope.compute.result.CountedTrials;
import org.shiftscope.compute.result.Remark;

/** Whether trials that are left out count nonetheless; not seen where there are none. */
final class IncludeSwitch extends Checkbox {

  private static final long serialVersionUID = 1L;

  IncludeSwitch(Consumer<Measured> choose) {
    setId("include-all");
    addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            choose.accept(event.getValue() ? Measured.ALL : Measured.COUNTED);
          }
        });
  }

  void show(Snapshot snapshot) {
    setValue(snapshot.include().measured() == Measured.ALL);
    boolean hardly =
        snapshot.results().sorted().filter(all -> all.with(Remark.HARDLY_TRAINED) > 0).isPresent();
    setLabel(hardly ? "Include hardly trained trials" : "Include trials that have not arrived");
    setVisible(
        getValue() || snapshot.results().sorted().filter(CountedTrials::hasDoubtful).isPresent());
  }
}
