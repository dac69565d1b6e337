package org.consentledger.api.query;

import java.time.DateTimeException;
import java.time.Instant;
import org.consentledger.api.json.Moment;
import org.consentledger.core.vocabulary.BreachId;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What may stand in a query string: the same as in a body. */
@Configuration(proxyBeanMethods = false)
class QueryConfiguration implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(new MomentConverter());
    registry.addConverter(new SubjectIdConverter());
    registry.addConverter(new RequestIdConverter());
    registry.addConverter(new BreachIdConverter());
  }

  /** A NUL can stand in no text of PostgreSQL, so that nothing is asked for that has one. */
  @Bean
  StrictHttpFirewall httpFirewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
    return firewall;
  }

  private static final class SubjectIdConverter implements Converter<String, SubjectId> {
    @Override
    public SubjectId convert(String text) {
      return new SubjectId(UuidText.read(text));
    }
  }

  private static final class RequestIdConverter implements Converter<String, RequestId> {
    @Override
    public RequestId convert(String text) {
      return new RequestId(UuidText.read(text));
    }
  }

  private static final class BreachIdConverter implements Converter<String, BreachId> {
    @Override
    public BreachId convert(String text) {
      return new BreachId(UuidText.read(text));
    }
  }

  private static final class MomentConverter implements Converter<String, Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return Moment.read(text);
      } catch (DateTimeException noMoment) {
        throw new IllegalArgumentException("no moment in ISO 8601", noMoment);
      }
    }
  }
}
