package org.shiftscope.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.shiftscope.storage.ExperimentId;

/** The pages' addresses and the ways to them, so that no page has to know another. */
public final class Navigation {

  /** The list of experiments. */
  public static final String EXPERIMENTS = "";

  /** The query parameter with what is searched for in that list. */
  public static final String QUERY = "q";

  /** The query parameter with the id of a saved search. */
  public static final String SEARCH = "search";

  /** The form. */
  public static final String NEW = "new";

  /** The paper's idea in pictures. */
  public static final String LEARN = "learn";

  /** One experiment, whose id is the parameter {@link #ID}. */
  public static final String EXPERIMENT = "experiments/:id";

  /** The claims. */
  public static final String CLAIMS = "claims";

  /** Experiments compared at equal temperature. */
  public static final String COMPARISON = "comparison";

  /** What is shared. */
  public static final String SHARES = "shares";

  /** Who can sign in. */
  public static final String ACCOUNTS = "accounts";

  /** One's own password, sessions and tokens. */
  public static final String OWN_ACCOUNT = "account";

  /** Who did what. */
  public static final String AUDIT = "audit";

  /** The server itself. */
  public static final String SYSTEM = "system";

  /** The query parameter with the quantity whose numbers a comparison shows. */
  public static final String QUANTITY = "quantity";

  /** The query parameter with the ids, with commas between them, that a page looks at together. */
  public static final String EXPERIMENTS_OF = "experiments";

  /** The route parameter of an experiment's page. */
  public static final String ID = "id";

  /** The query parameter with the preset that fills the form. */
  public static final String PRESET = "preset";

  /** The query parameter with the experiment whose spec fills the form. */
  public static final String CLONE = "clone";

  /** The query parameter with the experiment whose trial is to be checked for invariance. */
  public static final String CHECK = "check";

  /** The query parameter with that trial's number. */
  public static final String TRIAL = "trial";

  private Navigation() {}

  /** Goes to the list of experiments. */
  public static void toExperiments() {
    UI.getCurrent().navigate(EXPERIMENTS);
  }

  /** Goes to the form. */
  public static void toForm() {
    UI.getCurrent().navigate(NEW);
  }

  /** Goes to the form, filled with a preset. */
  public static void toPreset(String preset) {
    UI.getCurrent().navigate(NEW, QueryParameters.of(PRESET, preset));
  }

  /** Goes to a set-up of the form, also where its address is the last that the server was told. */
  public static void toSetup(QueryParameters setup) {
    UI ui = UI.getCurrent();
    ui.getInternals().clearLastHandledNavigation();
    ui.navigate(NEW, setup);
  }

  /** Goes to the form, filled with an experiment's spec. */
  public static void toClone(ExperimentId id) {
    UI.getCurrent().navigate(NEW, QueryParameters.of(CLONE, id.value()));
  }

  /** Goes to the form, filled with a check of a trial's invariance. */
  public static void toCheck(ExperimentId id, int trial) {
    UI.getCurrent()
        .navigate(
            NEW, QueryParameters.simple(Map.of(CHECK, id.value(), TRIAL, Integer.toString(trial))));
  }

  /** Goes to an experiment's page. */
  public static void toExperiment(ExperimentId id) {
    toExperiment(id, QueryParameters.empty());
  }

  /** Goes to what a query chooses of an experiment's page. */
  public static void toExperiment(ExperimentId id, QueryParameters query) {
    UI.getCurrent().navigate(address(id), query);
  }

  /** Writes what a person chose of an experiment's page into the address, and goes nowhere. */
  public static void replaceExperiment(ExperimentId id, QueryParameters query) {
    UI.getCurrent().getPage().getHistory().replaceState(null, new Location(address(id), query));
  }

  /** Writes what a person chose of the lessons into the address, and goes nowhere. */
  public static void replaceLearn(QueryParameters query) {
    UI.getCurrent().getPage().getHistory().replaceState(null, new Location(LEARN, query));
  }

  /** Goes to the claims, judged by some experiments. */
  public static void toClaims(List<String> experiments) {
    UI.getCurrent().navigate(CLAIMS, of(experiments));
  }

  /** Goes to the comparison of some experiments with the first of them. */
  public static void toComparison(List<String> experiments) {
    UI.getCurrent().navigate(COMPARISON, of(experiments));
  }

  /** Goes to what a query chooses of a comparison. */
  public static void toComparison(QueryParameters query) {
    UI.getCurrent().navigate(COMPARISON, query);
  }

  /** A link to what a query chooses of a comparison. */
  public static RouterLink linkToComparison(QueryParameters query) {
    return link("", COMPARISON + "?" + query.getQueryString());
  }

  /** A link to the comparison of some experiments with the first of them. */
  public static RouterLink linkToComparison(String text, List<String> experiments) {
    return link(text, COMPARISON + "?" + EXPERIMENTS_OF + "=" + String.join(",", experiments));
  }

  /** A link to the comparison, where none is chosen yet. */
  public static RouterLink linkToComparison(String text) {
    return link(text, COMPARISON);
  }

  private static QueryParameters of(List<String> experiments) {
    return experiments.isEmpty()
        ? QueryParameters.empty()
        : QueryParameters.of(EXPERIMENTS_OF, String.join(",", experiments));
  }

  /** A link to the claims. */
  public static RouterLink linkToClaims(String text) {
    return link(text, CLAIMS);
  }

  /**
   * A link to a figure of an experiment, to its tab where no figure is named. The browser follows
   * it by itself: it knows how to go to a place within a page.
   */
  public static Anchor linkToFigure(String experiment, String tab, String figure) {
    var link =
        new Anchor(
            EXPERIMENT.replace(":" + ID, experiment)
                + "?tab="
                + tab
                + (figure.isEmpty() ? "" : "#figure-" + figure));
    link.setRouterIgnore(true);
    return link;
  }

  /** A link to what is shared. */
  public static RouterLink linkToShares(String text) {
    return link(text, SHARES);
  }

  /** A link to the list of experiments. */
  public static RouterLink linkToExperiments(String text) {
    return link(text, EXPERIMENTS);
  }

  /** A link to the experiments that a search finds. */
  public static RouterLink linkToSearch(String text, String query) {
    return link(
        text, EXPERIMENTS + "?" + QUERY + "=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
  }

  /** A link to what a saved search finds, whatever it is called by then. */
  public static RouterLink linkToSavedSearch(String text, String id) {
    return link(text, EXPERIMENTS + "?" + SEARCH + "=" + id);
  }

  /** A link to the form. */
  public static RouterLink linkToForm(String text) {
    return link(text, NEW);
  }

  /** A link to the accounts. */
  public static RouterLink linkToAccounts(String text) {
    return link(text, ACCOUNTS);
  }

  /** A link to one's own account. */
  public static RouterLink linkToOwnAccount(String text) {
    return link(text, OWN_ACCOUNT);
  }

  /** A link to the audit log. */
  public static RouterLink linkToAudit(String text) {
    return link(text, AUDIT);
  }

  /** A link to the server itself. */
  public static RouterLink linkToSystem(String text) {
    return link(text, SYSTEM);
  }

  /** A link to a trial on its experiment's page. */
  public static RouterLink linkToTrial(String text, ExperimentId id, int trial) {
    return link(text, address(id) + "?" + TRIAL + "=" + trial);
  }

  /** A link to the paper's idea in pictures. */
  public static RouterLink linkToLearn(String text) {
    return link(text, LEARN);
  }

  /** A link to the form, filled with an experiment's spec. */
  public static RouterLink linkToClone(String text, ExperimentId id) {
    return link(text, NEW + "?" + CLONE + "=" + id);
  }

  /** A link to an experiment's page. */
  public static RouterLink linkToExperiment(String text, ExperimentId id) {
    return link(text, address(id));
  }

  private static String address(ExperimentId id) {
    return EXPERIMENT.replace(":" + ID, id.value());
  }

  private static RouterLink link(String text, String address) {
    var link = new RouterLink();
    link.setText(text);
    link.getElement().setAttribute("href", address);
    return link;
  }
}
