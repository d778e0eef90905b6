package org.shiftscope.ui.learn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.ui.figure.FigureCard;
import org.shiftscope.ui.figure.Slider;
import org.shiftscope.ui.frame.MainLayout;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.launch.PresetCards;
import org.shiftscope.ui.wording.Notation;

/**
 * The paper's idea in five pictures, each with a number to play with, and where to go on. The
 * numbers stand in the address by the lessons' names.
 */
@Route(value = Navigation.LEARN, layout = MainLayout.class)
@PageTitle("Learn · Shiftscope")
public final class LearnView extends Div implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  /** From the quickest to the most thorough. */
  private static final List<String> NEXT =
      List.of("paper-figure-4-left", "quick-start", "eq4-digits", "measures-digits");

  private final transient Map<String, String> slid = new TreeMap<>();

  /** Called by Vaadin. */
  public LearnView() {
    addClassNames("page", "learn");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters query = event.getLocation().getQueryParameters();
    slid.clear();
    removeAll();
    var lead =
        new Paragraph(
            "Why should SGD's noise help a network on data that it has not seen? The paper’s answer (arXiv 2108.09507) in five"
                + " pictures of one landscape, its Fig. 4 left. Each is computed as you move its slider.");
    lead.addClassName("lead");
    add(new H1("Learn"), lead);
    for (int i = 0; i < Lesson.ALL.size(); i++) {
      Lesson lesson = Lesson.ALL.get(i);
      add(section(i + 1, lesson, scale(lesson, query)));
    }
    add(next());
  }

  private Slider.Scale scale(Lesson lesson, QueryParameters query) {
    return query
        .getSingleParameter(lesson.id())
        .filter(text -> text.matches("\\d{1,6}(\\.\\d{1,20})?"))
        .map(
            text -> {
              slid.put(lesson.id(), text);
              return lesson.scale().startingAt(Double.parseDouble(text));
            })
        .orElseGet(lesson::scale);
  }

  private Section section(int number, Lesson lesson, Slider.Scale scale) {
    var title = new H2();
    Notation.show(title, number + ". " + lesson.title());
    var text = new Paragraph();
    Notation.show(text, lesson.text());
    var card = new FigureCard("learn", lesson.id(), trial -> {});
    draw(card, lesson, scale.start());
    var slider =
        new Slider(
            "slide-" + lesson.id(),
            scale,
            at -> {
              draw(card, lesson, at);
              slid.put(lesson.id(), Double.toString(at));
              Navigation.replaceLearn(QueryParameters.simple(slid));
            });
    var words = new Div(title, text, slider);
    words.addClassName("lesson-words");
    var section = new Section(words, card);
    section.addClassName("lesson");
    section.setId("lesson-" + lesson.id());
    return section;
  }

  private static void draw(FigureCard card, Lesson lesson, double number) {
    card.draw(lesson.figure(number), OptionalInt.empty());
  }

  private static Section next() {
    var presets = new PresetCards(preset -> Navigation.toPreset(preset.id()));
    presets.offer(NEXT.stream().map(LearnView::preset).toList());
    var section =
        new Section(
            new H2("Does a real network do the same?"),
            new Paragraph(
                "That is what Shiftscope measures. Start from one of these; each opens in the form, where nothing runs before you"
                    + " launch it."),
            presets);
    section.addClassName("lesson-next");
    return section;
  }

  private static Preset preset(String id) {
    return Presets.find(id).orElseThrow();
  }
}
