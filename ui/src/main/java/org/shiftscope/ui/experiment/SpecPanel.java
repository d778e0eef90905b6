package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.Experiment;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.wording.CopyButton;

/** The exact spec, as REST takes it. */
final class SpecPanel extends Div {

  private static final long serialVersionUID = 1L;

  SpecPanel(Experiment experiment) {
    addClassName("card");
    String json =
        switch (experiment.document()) {
          case Document.Readable<ExperimentSpec>(ExperimentSpec spec) ->
              WriteSpec.toJson(spec).toPrettyString();
          case Document.Unreadable<ExperimentSpec> unreadable -> unreadable.json();
        };
    var text = new Pre(json);
    text.setId("spec-json");
    var clone = Navigation.linkToClone("Clone into a new form", experiment.id());
    clone.addClassName("button-link");
    var file = new Anchor(download(json, experiment.id() + "-spec.json"), "");
    file.add(VaadinIcon.DOWNLOAD_ALT.create(), new Span("Spec (JSON)"));
    file.addClassName("button-link");
    file.setRouterIgnore(true);
    var actions =
        new Div(
            new CopyButton(
                "Copy", VaadinIcon.COPY_O, "document.getElementById('spec-json').textContent"),
            file);
    if (experiment.spec().isPresent()) {
      actions.add(clone);
    }
    actions.addClassName("actions");
    add(actions, text);
  }

  private static DownloadHandler download(String json, String fileName) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return DownloadHandler.fromInputStream(
        event ->
            new DownloadResponse(
                new ByteArrayInputStream(bytes), fileName, "application/json", bytes.length));
  }
}
