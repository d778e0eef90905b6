package org.shiftscope.ui.sharedview;

import static org.shiftscope.ui.wording.Notation.escaped;
import static org.shiftscope.ui.wording.Notation.html;

import org.shiftscope.ui.sharedview.PageFacts.Addresses;
import org.shiftscope.ui.sharedview.SharedView.SharedFigure;
import org.shiftscope.ui.wording.Notation;

/** Writes a figure: its caption, the option that the script draws, and its numbers. */
final class WriteFigure {

  private WriteFigure() {}

  static String of(SharedFigure figure, Addresses addresses) {
    String id = escaped(figure.id());
    return """
        <figure id="figure-%s" class="figure%s" data-id="%s" data-label="%s" data-description="%s" data-picture-title="%s">
        <figcaption><h3>%s</h3></figcaption>%s
        <script type="application/json">%s</script>
        <p class="sentence quiet">%s</p>
        <details class="numbers" open><summary>Numbers</summary>%s</details>
        </figure>
        """
        .formatted(
            id,
            figure.square() ? " square" : "",
            id,
            escaped(Notation.plain(figure.title())),
            escaped(Notation.plain(figure.sentence())),
            escaped(Notation.chart(figure.title())),
            html(figure.title()),
            figure.formula().isEmpty()
                ? ""
                : "<p class=\"formula\"><code>" + escaped(figure.formula()) + "</code></p>",
            // Within a script no tag may end it; JSON has another way to write the sign.
            figure.option().toString().replace("<", "\\u003c"),
            html(figure.sentence()),
            WriteTable.block(figure.numbers(), addresses));
  }
}
