package org.consentledger.api.calendar;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be chosen about the calendar.
 *
 * @param files a file for each year that the Government has settled since this program was made; a
 *     later file takes the place of an earlier one of the same year
 */
@ConfigurationProperties("ledger.calendar")
record CalendarProperties(@DefaultValue List<Path> files) {}
