package org.consentledger.api.site.person;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.site.SiteProperties;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.projections.current.CurrentSubjects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Finds whoever has opened their own page, and hands them to the controllers that take one. */
@Component
final class People implements WebMvcConfigurer, HandlerMethodArgumentResolver {

  private final CurrentSubjects subjects;
  private final SiteProperties properties;
  private final Clock clock;

  People(CurrentSubjects subjects, SiteProperties properties, Clock clock) {
    this.subjects = subjects;
    this.properties = properties;
    this.clock = clock;
  }

  /** Nobody where no page is open, it was open for too long, or there is no data any more. */
  Optional<Person> find(HttpServletRequest request) {
    return PersonalSession.of(request)
        .filter(it -> clock.instant().isBefore(it.openedAt().plus(properties.sessionValidFor())))
        .map(it -> subjects.look(it.subjectId()))
        .filter(seen -> seen.state().filter(SubjectState::isActive).isPresent())
        .map(Person::new);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(Person.class);
  }

  @Override
  public Person resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    return Optional.ofNullable(web.getNativeRequest(HttpServletRequest.class))
        .flatMap(this::find)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "LINK_NEEDED",
                        "The page is opened by a link that is mailed: ask for one at /me.")));
  }
}
