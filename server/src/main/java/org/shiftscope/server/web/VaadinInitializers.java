package org.shiftscope.server.web;

import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.startup.ErrorNavigationTargetInitializer;
import com.vaadin.flow.server.startup.LookupServletContainerInitializer;
import com.vaadin.flow.server.startup.RouteRegistryInitializer;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import java.util.function.Predicate;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.shiftscope.ui.Pages;

/**
 * Registers Vaadin's initializers by hand, with the classes that a scan of annotations would find:
 * the scan fails where the class path comes from a manifest, and costs a second of every start.
 */
final class VaadinInitializers {

  private VaadinInitializers() {}

  static void addTo(ServletContextHandler context) {
    context.addServletContainerInitializer(
        new LookupServletContainerInitializer(), LookupInitializer.class);
    context.addServletContainerInitializer(
        new RouteRegistryInitializer(), views(view -> !isErrorView(view)));
    context.addServletContainerInitializer(
        new ErrorNavigationTargetInitializer(), views(VaadinInitializers::isErrorView));
    context.addServletContainerInitializer(new VaadinAppShellInitializer(), Pages.appShell());
  }

  private static Class<?>[] views(Predicate<Class<?>> which) {
    return Pages.views().stream().filter(which).toArray(Class<?>[]::new);
  }

  private static boolean isErrorView(Class<?> view) {
    return HasErrorParameter.class.isAssignableFrom(view);
  }
}
