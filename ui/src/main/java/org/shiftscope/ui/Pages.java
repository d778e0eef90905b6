package org.shiftscope.ui;

import java.util.Set;
import org.shiftscope.ui.accounts.AccountsView;
import org.shiftscope.ui.accounts.AuditView;
import org.shiftscope.ui.accounts.OwnAccountView;
import org.shiftscope.ui.claims.ClaimsView;
import org.shiftscope.ui.comparison.ComparisonView;
import org.shiftscope.ui.experiment.ExperimentView;
import org.shiftscope.ui.experiments.ExperimentsView;
import org.shiftscope.ui.frame.MainLayout;
import org.shiftscope.ui.frame.NoSuchPage;
import org.shiftscope.ui.frame.NotAllowedPage;
import org.shiftscope.ui.frame.PageFailed;
import org.shiftscope.ui.launch.NewExperimentView;
import org.shiftscope.ui.learn.LearnView;
import org.shiftscope.ui.shares.SharesView;
import org.shiftscope.ui.system.SystemView;

/** What the server hands to Vaadin's initializers. */
public final class Pages {

  private Pages() {}

  /** All routes, layouts and error pages. */
  public static Set<Class<?>> views() {
    return Set.of(
        ExperimentsView.class,
        NewExperimentView.class,
        LearnView.class,
        ExperimentView.class,
        ClaimsView.class,
        ComparisonView.class,
        SharesView.class,
        SystemView.class,
        AccountsView.class,
        OwnAccountView.class,
        AuditView.class,
        NoSuchPage.class,
        NotAllowedPage.class,
        PageFailed.class,
        MainLayout.class);
  }

  /** What surrounds every page. */
  public static Class<?> appShell() {
    return Shell.class;
  }
}
