package org.consentledger.api.page;

import java.util.List;
import org.consentledger.api.operator.OperatorProfile;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a page.
 *
 * @param operator whose ledger it is, named on every page (clause 12.1); missing while nobody
 *     described it, or where it can't be read
 * @param language the code of the language
 * @param languages where the same page is in each language
 * @param path the path of the page, which tells where one is
 * @param query what the page was asked for, as it stands in the address
 * @param reader who is signed in; missing where nobody is
 */
public record Frame(
    @Nullable OperatorProfile operator,
    String language,
    List<LanguageLink> languages,
    String path,
    String query,
    @Nullable Reader reader) {

  /**
   * The same page in a language.
   *
   * @param code the language
   * @param name the language in itself
   * @param address where, with what the page was asked for
   */
  public record LanguageLink(String code, String name, String address) {}

  /**
   * The address of the same page with another value of a parameter, or without it: filters stay in
   * the address. It is relative, and so leads to no other site.
   */
  public String with(String parameter, @Nullable String value) {
    return Query.of(query).with(parameter, value);
  }

  /** Whether a part of the console is the one that the page belongs to. */
  public boolean isIn(String part) {
    return path.equals(part) || path.startsWith(part + "/");
  }
}
