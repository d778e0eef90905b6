package org.shiftscope.ui.experiments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.List;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.Archives.Imported;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.accounts.NotAllowed;
import org.shiftscope.ui.frame.Navigation;

/** Takes in archives that a person drops or chooses, and says of each what came of it. */
final class ImportDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient Experiments experiments;
  private final Div came = new Div();

  ImportDialog(Experiments experiments) {
    this.experiments = experiments;
    setHeaderTitle("Import experiments");
    setId("import");
    setWidth("36rem");
    var upload = new Upload(this::take);
    upload.setAcceptedFileExtensions(".zip");
    upload.setId("import-files");
    var choose = new Button("Choose archives …");
    choose.setId("import-choose");
    upload.setUploadButton(choose);
    upload.setDropLabel(new Span("or drop them here"));
    var words =
        new Paragraph(
            "Archives of experiments from this or another Shiftscope, as “Archive (zip)” in the"
                + " tab Export of an experiment’s page saves them. Each is checked whole before anything is"
                + " stored.");
    words.addClassName("quiet");
    came.setId("import-came");
    came.getElement().setAttribute("aria-live", "polite");
    add(words, upload, came);
    getFooter().add(new Button("Close", click -> close()));
  }

  /** Called by Vaadin in a thread of the upload's own, for each file. */
  private void take(UploadEvent event) {
    Div line = answer(event);
    event.getUI().access(() -> came.add(line));
  }

  private Div answer(UploadEvent event) {
    String file = event.getFileName();
    try {
      Imported imported = experiments.archives().read(event.getInputStream());
      return experiments
          .summary(imported.experiment())
          .map(summary -> says(file, imported, summary))
          .orElseGet(() -> line(file + ": imported, and purged since by somebody."));
    } catch (InvalidSpec refused) {
      event.reject("Nothing was imported.");
      return refusal(file, refused.problems());
    } catch (IOException | StorageUnavailable | NotAllowed broken) {
      event.reject("Nothing was imported.");
      return line(file + " was not imported: " + broken.getMessage());
    }
  }

  private Div says(String file, Imported imported, ExperimentSummary summary) {
    Div line =
        line(
            imported.stored()
                ? "Imported " + file + ": "
                : file + " was not imported, since its experiment is here already: ");
    line.addClassName(imported.stored() ? "import-done" : "import-there");
    line.add(Navigation.linkToExperiment(summary.title(), summary.id()));
    return line;
  }

  private static Div refusal(String file, List<Problem> problems) {
    Div line = line(file + " was not imported, and nothing of it is stored:");
    line.addClassName("import-refused");
    line.add(
        new UnorderedList(
            problems.stream().map(Problem::message).map(ListItem::new).toArray(ListItem[]::new)));
    return line;
  }

  private static Div line(String text) {
    return new Div(new Span(text));
  }
}
