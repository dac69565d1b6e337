package org.consentledger.api.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consentledger.core.calendar.CalendarUnusable;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.calendar.WorkingDays;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calendar that comes with the program, corrected by the operator's own files. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarProperties.class)
class CalendarConfiguration {

  @Bean
  WorkingDays workingDays(CalendarProperties properties) {
    WorkingDays calendar = WorkingDays.shipped();
    for (Path path : properties.files()) {
      try (InputStream file = Files.newInputStream(path)) {
        calendar = calendar.with(file);
      } catch (IOException | CalendarUnusable e) {
        throw new CalendarFileUnusable(path, e);
      }
    }
    return calendar;
  }

  @Bean
  Deadlines deadlines(WorkingDays calendar) {
    return new Deadlines(calendar);
  }
}
