package org.consentledger.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consentledger.api.MailStory;
import org.consentledger.api.testing.MailSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger that sends letters, looked at with a browser. */
public abstract class BrowsedMail extends MailStory {

  private static final Pattern LINK = Pattern.compile(Pattern.quote(ADDRESS) + "(/[^\\s]+)");

  @Autowired protected JdbcClient database;

  private final Browsers browsers = new Browsers();

  /** All tests come from one address; what earlier ones sent does not count. */
  @BeforeEach
  void forgetAttempts() {
    database.sql("delete from site_attempt").update();
  }

  /** Somebody with a browser of their own. */
  protected Page reader(String language) {
    return browsers.reader(port, language, true);
  }

  /** Somebody whose browser runs no scripts. */
  protected Page readerWithoutScripts(String language) {
    return browsers.reader(port, language, false);
  }

  /** What browsers complained about, where a test expects them to. */
  protected List<String> takeComplaints() {
    return browsers.takeComplaints();
  }

  @AfterEach
  void close_browsers_without_complaints() {
    browsers.closeWithoutComplaints();
  }

  /** Looks at the page in all widths, keeps pictures, and finds no barrier in it. */
  protected static void inspect(Page page, String name) {
    Browsers.inspect(page, name);
  }

  /** Looks at a page that is looked at in each language. */
  protected static void inspect(Page page, String name, String language) {
    Browsers.inspect(page, name, language);
  }

  /** The letters that a mailbox has, once it has as many. */
  protected static List<MailSink.Received> letters(String address, int count) {
    eventually(() -> SINK.receivedBy(address).size() >= count);
    return SINK.receivedBy(address);
  }

  /** The text of a letter without marks. */
  protected static String text(MailSink.Received letter) {
    try {
      return parts(letter).getBodyPart(0).getContent().toString();
    } catch (IOException | MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** The path that the first link of a letter leads to. */
  protected static String path(MailSink.Received letter) {
    Matcher link = LINK.matcher(text(letter));
    assertThat(link.find()).as(text(letter)).isTrue();
    return link.group(1);
  }
}
