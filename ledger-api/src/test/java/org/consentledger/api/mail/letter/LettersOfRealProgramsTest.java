package org.consentledger.api.mail.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.consentledger.api.mail.letter.LetterKind.Cause;
import org.consentledger.api.mail.letter.LetterKind.MarkedWithdrawal;
import org.consentledger.api.mail.letter.LetterKind.Question;
import org.consentledger.api.mail.letter.LetterKind.Rectification;
import org.consentledger.api.mail.letter.LetterKind.Unasked;
import org.consentledger.api.mail.letter.LetterKind.UnmarkedWithdrawal;
import org.consentledger.core.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LettersOfRealProgramsTest {

  static Stream<Arguments> persons() {
    return Stream.of(
        arguments(
            "gmail-web-withdrawal-ru",
            new MarkedWithdrawal(Language.RU),
            "aigul@example.kz",
            "Отзыв согласия на обработку персональных данных",
            "Прошу прекратить обработку и удалить мои данные.\nС уважением,\nАйгуль"),
        arguments(
            "outlook-withdrawal-koi8-ru",
            new MarkedWithdrawal(Language.RU),
            "bolat@firm.example.kz",
            "RE: Отзыв согласия на обработку персональных данных",
            "Добрый день!\n\nОтзываю своё согласие.\n\nБолат"),
        arguments(
            "mailru-withdrawal-kk",
            new MarkedWithdrawal(Language.KK),
            "nurlan@example.kz",
            "Дербес деректерді өңдеуге келісімді кері қайтару",
            "Сәлеметсіз бе! Маған бұдан былай хат жібермеңіз.\n\n--\nНұрлан"),
        arguments(
            "yandex-rectification-ru",
            new Rectification(Language.RU, false),
            "olga@example.kz",
            "«актуализация  персональных данных»",
            "У меня новая фамилия: Петрова.\n\nДокумент приложен."),
        arguments(
            "apple-mail-unsubscribe-en",
            new UnmarkedWithdrawal(Language.EN),
            "ann@example.kz",
            "Re: October news",
            "Hello,\n\nplease unsubscribe me from everything.\n\nAnn"),
        arguments(
            "ios-unmarked-ru",
            new UnmarkedWithdrawal(Language.RU),
            "timur@example.kz",
            "Ваши письма",
            "Больше не присылайте мне ничего, я всё сказал ещё в прошлый раз.\n\n"
                + "Отправлено с iPhone"),
        arguments(
            "thunderbird-question-ru",
            new Question(Language.RU),
            "sergey@example.kz",
            "Re: Новости октября",
            "Здравствуйте! Какие мои данные у вас есть?"),
        arguments(
            "outlook-forwarded-as-attachment-en",
            new Question(Language.EN),
            "bolat@firm.example.kz",
            "FW: strange letter",
            "Did you send this to me?"),
        arguments(
            "gmail-android-question-kk",
            new Question(Language.KK),
            "aliya@example.kz",
            "Сұрақ",
            "Сәлеметсіз бе! Менің қандай деректерім сізде сақталады?"),
        arguments(
            "thebat-raw-headers-ru",
            new MarkedWithdrawal(Language.RU),
            "viktor@example.kz",
            "ОТЗЫВ СОГЛАСИЯ НА ОБРАБОТКУ ПЕРСОНАЛЬНЫХ ДАННЫХ!!!",
            "Прошу принять."),
        arguments(
            "gmail-forwarded-inline-ru",
            new UnmarkedWithdrawal(Language.RU),
            "dana@example.kz",
            "Fwd: Скидки октября",
            "Отпишите меня, пожалуйста."),
        arguments(
            "outlook-web-withdrawal-en",
            new MarkedWithdrawal(Language.EN),
            "john@firm.example.kz",
            "Withdrawal of consent to the processing of personal data",
            "I withdraw it."),
        arguments(
            "samsung-no-subject-marked-in-text-ru",
            new MarkedWithdrawal(Language.RU),
            "gulnara@example.kz",
            "",
            "Отзыв согласия на обработку персональных данных.\n\nГульнара, 1985 г.р."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("persons")
  void a_person_s_letter_is_read_and_told_what_it_asks_for(
      String file, LetterKind kind, String sender, String subject, String ownText)
      throws LetterUnreadable {
    Letter letter = Letters.read(file);
    assertThat(letter.sender()).contains(sender);
    assertThat(letter.subject()).isEqualTo(subject);
    assertThat(letter.ownText()).isEqualTo(ownText);
    assertThat(Letters.kind(letter)).isEqualTo(kind);
    assertThat(letter.messageId()).startsWith("<").endsWith(">");
    assertThat(SenderProof.of(letter, Letters.TRUST)).isEqualTo(SenderProof.DMARC);
  }

  /** They came through Postfix, OpenDKIM and Dovecot as they are delivered by Debian. */
  static Stream<Arguments> fromTheCommandLine() {
    return Stream.of(
        arguments(
            "s-nail-question-koi8-ru",
            new Question(Language.RU),
            "Вопрос о том, какие персональные данные обо мне хранятся у вас и почему так долго нет"
                + " ответа",
            "Здравствуйте, какие данные обо мне хранятся и когда вы ответите на это довольно"
                + " длинное письмо?",
            List.of()),
        arguments(
            "mutt-rectification-cp1251-ru",
            new Rectification(Language.RU, false),
            "Re: Re: Актуализация персональных данных",
            "Прошу изменить имя",
            List.of("Өтініш.txt")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fromTheCommandLine")
  void what_programs_of_the_command_line_send_through_real_servers_is_read_and_proven(
      String file, LetterKind kind, String subject, String ownText, List<String> attachments)
      throws LetterUnreadable {
    Letter letter = Letters.read(file);
    assertThat(letter.subject()).isEqualTo(subject);
    assertThat(letter.ownText()).isEqualTo(ownText);
    assertThat(letter.attachments()).extracting(Attachment::name).isEqualTo(attachments);
    assertThat(Letters.kind(letter)).isEqualTo(kind);
    assertThat(SenderProof.of(letter, new MailTrust("mx.example.kz", List.of(), Set.of(), "loop")))
        .isEqualTo(SenderProof.ALIGNED_DKIM);
  }

  static Stream<Arguments> programs() {
    return Stream.of(
        arguments("bounce-postfix", Cause.BOUNCE),
        arguments("read-receipt-thunderbird", Cause.BOUNCE),
        arguments("automatic-reply-exchange", Cause.AUTOMATIC_REPLY),
        arguments("vacation-sieve", Cause.AUTOMATIC_REPLY),
        arguments("mailing-list-mailman", Cause.MAILING_LIST),
        arguments("spam-rspamd", Cause.SPAM),
        arguments("own-acknowledgement-returned", Cause.OWN),
        arguments("own-address", Cause.OWN));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void what_no_person_wrote_opens_nothing(String file, Cause cause) throws LetterUnreadable {
    assertThat(Letters.kind(Letters.read(file))).isEqualTo(new Unasked(cause));
  }

  @Test
  void attachments_keep_their_names_and_bytes() throws LetterUnreadable {
    List<Attachment> certificate = Letters.read("yandex-rectification-ru").attachments();
    assertThat(certificate).hasSize(1);
    assertThat(certificate.getFirst().name()).isEqualTo("Свидетельство.pdf");
    assertThat(certificate.getFirst().mediaType()).isEqualTo("application/pdf");
    assertThat(certificate.getFirst().content()).asString().isEqualTo("%PDF-1.4 a certificate");
    assertThat(certificate.getFirst().size()).isEqualTo(22);

    List<Attachment> forwarded = Letters.read("outlook-forwarded-as-attachment-en").attachments();
    assertThat(forwarded).hasSize(1);
    assertThat(forwarded.getFirst().mediaType()).isEqualTo("message/rfc822");
    assertThat(forwarded.getFirst().content()).asString().contains("please unsubscribe me");
  }
}
