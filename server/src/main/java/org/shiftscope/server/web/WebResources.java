package org.shiftscope.server.web;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** The files served as they are: every META-INF/resources on the class path, as one folder. */
final class WebResources {

  private WebResources() {}

  static Resource combined(ServletContextHandler context) {
    try {
      List<URL> folders =
          Collections.list(WebResources.class.getClassLoader().getResources("META-INF/resources"));
      List<Resource> resources = new ArrayList<>();
      for (URL folder : folders) {
        resources.add(ResourceFactory.of(context).newResource(folder));
      }
      return ResourceFactory.combine(resources);
    } catch (IOException e) {
      throw new IllegalStateException("The class path cannot be read.", e);
    }
  }
}
