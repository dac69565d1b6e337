package org.consentledger.api.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Gives each page its frame, once its controller has said what it is about. */
final class FrameInterceptor implements HandlerInterceptor {

  private final ObjectProvider<Frames> frames;
  private final ObjectProvider<Assets> assets;

  FrameInterceptor(ObjectProvider<Frames> frames, ObjectProvider<Assets> assets) {
    this.frames = frames;
    this.assets = assets;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    String view = page == null ? null : page.getViewName();
    if (page != null && view != null && !view.startsWith("redirect:")) {
      boolean failed = page.getStatus() != null && page.getStatus().isError();
      // The address of a form that sent a file has a token, which is in no link.
      Query query = failed || Uploads.isOne(request) ? Query.NONE : Query.of(request);
      page.addObject("frame", frames.getObject().around(request, query));
      page.addObject("assets", assets.getObject());
    }
  }
}
