package org.consentledger.api.inventory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.api.inventory.CategoryController.CategoryView;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Language;

/** The categories that the ledger ships (clause 2.8), in the order of their codes. */
final class ShippedCategories {

  private ShippedCategories() {}

  static List<CategoryView> all() {
    return Category.SHIPPED.stream().sorted().map(ShippedCategories::view).toList();
  }

  private static CategoryView view(Category code) {
    return switch (code.value()) {
      case "EMAIL" ->
          view(
              code,
              true,
              "Адрес электронной почты",
              "Электрондық пошта мекенжайы",
              "E-mail address");
      case "PHONE" -> view(code, true, "Номер телефона", "Телефон нөмірі", "Telephone number");
      case "FULL_NAME" ->
          view(code, true, "Фамилия, имя, отчество", "Тегі, аты, әкесінің аты", "Full name");
      case "IIN" ->
          view(
              code,
              true,
              "Индивидуальный идентификационный номер",
              "Жеке сәйкестендіру нөмірі",
              "Individual identification number");
      case "QUESTIONNAIRE" ->
          view(
              code,
              false,
              "Ответы на вопросы анкеты",
              "Сауалнама жауаптары",
              "Answers to a questionnaire");
      default -> throw new IllegalStateException("A shipped category has no titles here.");
    };
  }

  private static CategoryView view(
      Category code, boolean identity, String russian, String kazakh, String english) {
    Map<Language, String> title =
        new TreeMap<>(Map.of(Language.RU, russian, Language.KK, kazakh, Language.EN, english));
    return new CategoryView(code, null, title, identity, false, true, null);
  }
}
