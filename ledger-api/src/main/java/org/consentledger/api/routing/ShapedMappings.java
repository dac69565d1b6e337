package org.consentledger.api.routing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Spring's mappings of controllers, of which it asks only those whose path may match. */
final class ShapedMappings extends RequestMappingHandlerMapping {

  private final Map<RequestMappingInfo, PathShape> shapes = new ConcurrentHashMap<>();

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    return super.lookupHandlerMethod(path, new Asked(request));
  }

  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo mapping, HttpServletRequest request) {
    return request instanceof Asked asked && !shape(mapping).mayMatch(asked.path)
        ? null
        : super.getMatchingMapping(mapping, request);
  }

  private PathShape shape(RequestMappingInfo mapping) {
    PathShape known = shapes.get(mapping);
    return known != null ? known : shapes.computeIfAbsent(mapping, ShapedMappings::shapeOf);
  }

  private static PathShape shapeOf(RequestMappingInfo mapping) {
    PathPatternsRequestCondition paths = mapping.getPathPatternsCondition();
    if (paths == null) {
      throw new IllegalStateException("Paths are matched by parsed patterns.");
    }
    return PathShape.of(paths.getPatterns());
  }

  /** A request that reads its path and its method once, through the wrappers of all filters. */
  private static final class Asked extends HttpServletRequestWrapper {

    private final List<Element> path;
    private final String method;

    Asked(HttpServletRequest request) {
      super(request);
      path =
          ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().elements();
      method = request.getMethod();
    }

    @Override
    public String getMethod() {
      return method;
    }
  }
}
