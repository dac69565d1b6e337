package org.consentledger.api.mail.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.api.mail.letter.LetterKind.MarkedWithdrawal;
import org.consentledger.api.mail.letter.LetterKind.Question;
import org.consentledger.api.mail.letter.LetterKind.Rectification;
import org.consentledger.api.mail.letter.LetterKind.UnmarkedWithdrawal;
import org.consentledger.core.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Отзыв согласия на обработку персональных данных",
        "«Отзыв согласия на обработку персональных данных»",
        "отзыв  согласия\tна обработку \"персональных данных\".",
        "Re: Fwd: Отзыв согласия на обработку персональных данных",
        "Re[2]: HA: Отв: [External] Пересл: ОТЗЫВ СОГЛАСИЯ НА ОБРАБОТКУ ПЕРСОНАЛЬНЫХ ДАННЫХ",
        "Пометка: Отзыв согласия на обработку персональных данных",
        "Отзыв согласия на обработку персональных данных - Иванов И. И., 01.02.1980",
        "Oтзыв coглacия нa oбpaбoткy пepcoнaльныx дaнныx",
        "Отзыв сог\u00adласия на обра\u200bботку персональных\u00a0данных",
      })
  void a_marked_withdrawal_is_known_however_it_is_typed(String subject) throws LetterUnreadable {
    assertThat(Letters.kind(Letters.subject(subject))).isEqualTo(new MarkedWithdrawal(Language.RU));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Дербес деректерді өңдеуге келісімді кері қайтару",
        "Жауап: ДЕРБЕС ДЕРЕКТЕРДІ ӨҢДЕУГЕ КЕЛІСІМДІ КЕРІ ҚАЙТАРУ",
        "Дербес деректерди ондеуге келисимди кери кайтару",
        "Дербес деректердi өңдеуге берiлген келiсiмдi керi қайтару",
      })
  void so_is_one_in_kazakh_with_or_without_its_letters(String subject) throws LetterUnreadable {
    assertThat(Letters.kind(Letters.subject(subject))).isEqualTo(new MarkedWithdrawal(Language.KK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Вопрос: как оформить отзыв согласия на обработку персональных данных",
        "Отзыв согласия на обработку персональных данных: куда писать?",
        "Не нужен отзыв согласия на обработку персональных данных",
      })
  void what_speaks_of_a_withdrawal_takes_no_effect_by_itself(String subject)
      throws LetterUnreadable {
    assertThat(Letters.kind(Letters.subject(subject)))
        .isEqualTo(new UnmarkedWithdrawal(Language.RU));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Я отзываю своё согласие",
        "Прошу отозвать мое ранее данное согласие",
        "отпишите меня",
        "Прекратите, пожалуйста, эту рассылку",
        "Не присылайте мне больше ничего!",
        "УДАЛИТЕ МЕНЯ ИЗ БАЗЫ",
        "Келісімімді кері қайтарамын",
        "Маған хат жібермеңіздер",
        "Хабарламадан жазылымнан шығарыңызшы",
        "Please unsubscribe",
        "I hereby withdraw my earlier consent",
        "Don't send me letters",
        "OPT-OUT",
      })
  void whoever_wants_no_more_letters_is_understood(String text) throws LetterUnreadable {
    assertThat(Letters.kind(Letters.text(text))).isInstanceOf(UnmarkedWithdrawal.class);
    assertThat(Letters.kind(Letters.subject(text))).isInstanceOf(UnmarkedWithdrawal.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Какие данные вы храните?",
        "Ваш товар хорош, вот мой отзыв. Согласен на публикацию.",
        "Запрос уполномоченного органа № 12-3/45",
        "Дербес деректерім туралы ақпарат беріңіз",
        "Please tell me whom you gave my data",
      })
  void everything_else_is_a_question(String text) throws LetterUnreadable {
    assertThat(Letters.kind(Letters.text(text))).isInstanceOf(Question.class);
  }

  @Test
  void what_is_only_quoted_is_not_said() throws LetterUnreadable {
    assertThat(Letters.kind(Letters.text("Спасибо.\r\n> Отпишите меня\r\n> unsubscribe")))
        .isEqualTo(new Question(Language.RU));
    assertThat(
            Letters.kind(
                Letters.text(
                    "Хорошо.\r\n\r\n________________________________\r\nОт: Оператор\r\nОтправлено:"
                        + " 5 октября 2026 г.\r\nТема: Отписка\r\n\r\nотпишите")))
        .isEqualTo(new Question(Language.RU));
  }

  @Test
  void a_rectification_that_asks_for_no_more_letters_is_both() throws LetterUnreadable {
    assertThat(
            Letters.kind(
                Letters.of(
                    "From: ann@example.kz",
                    "Subject: Re: Актуализация персональных данных",
                    "",
                    "Больше не пишите мне.")))
        .isEqualTo(new Rectification(Language.RU, true));
    assertThat(Letters.kind(Letters.subject("Дербес деректерді жаңарту")))
        .isEqualTo(new Rectification(Language.KK, false));
    assertThat(Letters.kind(Letters.subject("Update of personal data")))
        .isEqualTo(new Rectification(Language.EN, false));
  }
}
