package org.consentledger.api.console.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.consentledger.api.subject.ClaimedGroundView.GroundStatus;
import org.consentledger.api.subject.ConsentView.ConsentStatus;
import org.consentledger.core.decision.Decision.Verdict;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.eventstore.EventNames;
import org.consentledger.core.personaldata.IdentifierKind;
import org.consentledger.core.request.RequestStatus;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.subject.DisposalProgress;
import org.consentledger.core.subject.DocumentKind;
import org.consentledger.core.subject.StopKind;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.subject.SubjectStatus;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.ProhibitionKind;
import org.consentledger.core.vocabulary.PublicInterest;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.Source;
import org.junit.jupiter.api.Test;

/**
 * Whatever a page may have to name has a name; that it has one in each language is checked for all.
 */
class LawWordsTest {

  private static final List<Class<? extends Enum<?>>> LISTS =
      List.of(
          Channel.class,
          ConsentStatus.class,
          DisposalGround.class,
          DisposalMethod.class,
          DisposalProgress.class,
          DocumentKind.class,
          GiverRole.class,
          GroundStatus.class,
          IdentifierKind.class,
          Language.class,
          LegalGround.class,
          ProcessingAction.class,
          ProhibitionKind.class,
          PublicInterest.class,
          ReasonCode.class,
          RequestReason.class,
          RequestStatus.class,
          RequestType.class,
          Source.class,
          StopKind.class,
          SubjectStatus.class,
          Verdict.class);

  private static final Set<String> KNOWN =
      ResourceBundle.getBundle("org.consentledger.api.console.law.words", Locale.of("ru")).keySet();

  @Test
  void every_word_of_a_closed_list_and_every_reason_has_a_name() {
    for (Class<? extends Enum<?>> list : LISTS) {
      for (Enum<?> constant : list.getEnumConstants()) {
        assertThat(KNOWN).contains("law." + list.getSimpleName() + "." + constant.name());
      }
    }
  }

  @Test
  void everything_that_happens_to_a_person_has_a_name() {
    assertThat(
            EventNames.all().stream()
                .filter(name -> isOfPeople(EventNames.classOf(name).orElseThrow()))
                .map(name -> "law.event." + name))
        .isNotEmpty()
        .allMatch(KNOWN::contains);
    assertThat(KNOWN).contains("law.event.personal-data.accessed");
  }

  private static boolean isOfPeople(Class<?> event) {
    return SubjectEvent.class.isAssignableFrom(event);
  }
}
