package org.shiftscope.ui.frame;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import java.util.LinkedHashMap;
import java.util.Map;

/** The list of keys. It opens in the page alone, also while no server answers. */
@Tag("dialog")
@JsModule("./page/keys.ts")
final class Shortcuts extends HtmlContainer {

  private static final long serialVersionUID = 1L;

  private static final Map<String, String> KEYS = new LinkedHashMap<>();

  static {
    KEYS.put("?", "This list");
    KEYS.put("e", "The experiments");
    KEYS.put("n", "A new experiment");
    KEYS.put("/", "The search, or the first field of the form");
    KEYS.put("p", "Pause or resume the experiment");
    KEYS.put("Ctrl + Enter", "Launch what the form says");
    KEYS.put("Tab, Shift + Tab", "The next and the previous control");
    KEYS.put("← →", "Another tab; in a figure: the next and the previous point");
    KEYS.put("↑ ↓", "In a figure: the same place in another series; in a table: another row");
    KEYS.put("Enter", "Open the trial of a point or of a row");
    KEYS.put("Esc", "Close a menu or a list");
  }

  Shortcuts() {
    addClassName("shortcuts");
    getElement().setAttribute("aria-labelledby", "shortcuts-title");
    var title = new H2("Keys");
    title.setId("shortcuts-title");
    var keys = new DescriptionList();
    KEYS.forEach(
        (key, meaning) ->
            keys.add(new DescriptionList.Term(key), new DescriptionList.Description(meaning)));
    var single = new Input();
    single.setType("checkbox");
    single.setId("shortcuts-single");
    var label = new NativeLabel("Keys of one letter or sign");
    label.setFor(single);
    var close = new NativeButton("Close");
    close.setId("shortcuts-close");
    add(title, keys, single, label, close);
  }
}
