package org.consentledger.core.personaldata;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consentledger.core.vocabulary.Category;

/**
 * What a person can be looked up by. Each has one written form, so that two ways of writing it find
 * the same person.
 */
public enum IdentifierKind {
  /** Lower case, the domain in its ASCII form (RFC 5890). */
  EMAIL {
    @Override
    Optional<String> normalised(String trimmed) {
      int at = trimmed.lastIndexOf('@');
      if (trimmed.length() > 254 || !EMAIL_FORM.matcher(trimmed).matches()) {
        return Optional.empty();
      }
      try {
        String domain = IDN.toASCII(trimmed.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
        String local = Normalizer.normalize(trimmed.substring(0, at), Normalizer.Form.NFC);
        return Optional.of((local + "@" + domain).toLowerCase(Locale.ROOT));
      } catch (IllegalArgumentException noDomain) {
        return Optional.empty();
      }
    }
  },
  /** E.164; a number without a country code is one of Kazakhstan. */
  PHONE {
    @Override
    Optional<String> normalised(String trimmed) {
      try {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        PhoneNumber number = numbers.parse(trimmed, "KZ");
        return numbers.isPossibleNumber(number)
            ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
            : Optional.empty();
      } catch (NumberParseException noNumber) {
        return Optional.empty();
      }
    }
  },
  /**
   * The twelve digits of the individual identification number. The check digit is not judged: old
   * numbers break its rule.
   */
  IIN {
    @Override
    Optional<String> normalised(String trimmed) {
      return IIN_FORM.matcher(trimmed).matches() ? Optional.of(trimmed) : Optional.empty();
    }
  };

  private static final Pattern EMAIL_FORM =
      Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}.]+(\\.[^\\s@\\p{Cntrl}.]+)+");
  private static final Pattern IIN_FORM = Pattern.compile("[0-9]{12}");

  abstract Optional<String> normalised(String trimmed);

  /** The one written form of a value; empty where it is no value of this kind. */
  public Optional<String> normalise(String value) {
    return normalised(value.strip());
  }

  /**
   * The category of personal data that the identifier is; its vault object holds it under {@code
   * value}.
   */
  public Category category() {
    return new Category(name());
  }
}
