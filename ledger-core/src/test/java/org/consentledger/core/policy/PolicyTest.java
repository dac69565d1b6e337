package org.consentledger.core.policy;

import static org.consentledger.core.testing.RefusedBecause.refusedBecause;
import static org.consentledger.core.testing.RegistersBuilder.texts;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.id;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.consentledger.core.eventstore.LedgerAxon;
import org.consentledger.core.policy.PolicyCommand.PublishPolicy;
import org.consentledger.core.policy.PolicyEvent.PolicyPublished;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.Language;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTest {

  private static final Instant RECONSENT = NOW.plusSeconds(86_400);

  private static AggregateTestFixture<Policy> policy() {
    AggregateTestFixture<Policy> fixture = new AggregateTestFixture<>(Policy.class);
    fixture.registerCommandTargetResolver(LedgerAxon.targetResolver());
    fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    return fixture;
  }

  private static PolicyPublished published(Instant publishedAt) {
    return new PolicyPublished(POLICY, EARLIER, true, RECONSENT, texts(), publishedAt);
  }

  private static SortedMap<Language, PolicyText> textsWith(Language language, PolicyText text) {
    SortedMap<Language, PolicyText> texts = texts();
    texts.put(language, text);
    return texts;
  }

  private static SortedMap<Language, PolicyText> textsWithout(Language language) {
    SortedMap<Language, PolicyText> texts = texts();
    texts.remove(language);
    return texts;
  }

  @Test
  void clause_12_2_a_version_is_published() {
    policy()
        .givenNoPriorActivity()
        .when(new PublishPolicy(POLICY, EARLIER, true, RECONSENT, texts()))
        .expectEvents(published(NOW));
  }

  @Test
  void clause_12_2_publishing_the_same_again_changes_nothing() {
    policy()
        .given(published(EARLIER))
        .when(new PublishPolicy(POLICY, EARLIER, true, RECONSENT, texts()))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void clause_12_2_the_same_text_at_another_place_of_the_vault_changes_nothing() {
    PolicyText moved = new PolicyText(texts().get(Language.RU).sha256(), id(777));
    policy()
        .given(published(EARLIER))
        .when(new PublishPolicy(POLICY, EARLIER, true, RECONSENT, textsWith(Language.RU, moved)))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  static Stream<Named<PublishPolicy>> others() {
    return Stream.of(
        Named.of(
            "another beginning",
            new PublishPolicy(POLICY, EARLIER.plusSeconds(1), true, RECONSENT, texts())),
        Named.of("another weight", new PublishPolicy(POLICY, EARLIER, false, RECONSENT, texts())),
        Named.of("another re-consent date", new PublishPolicy(POLICY, EARLIER, true, NOW, texts())),
        Named.of("no re-consent date", new PublishPolicy(POLICY, EARLIER, true, null, texts())),
        Named.of(
            "another text",
            new PublishPolicy(
                POLICY,
                EARLIER,
                true,
                RECONSENT,
                textsWith(Language.RU, new PolicyText("9".repeat(64), id(901))))),
        Named.of(
            "one language more",
            new PublishPolicy(
                POLICY,
                EARLIER,
                true,
                RECONSENT,
                textsWith(Language.EN, new PolicyText("9".repeat(64), id(903))))),
        Named.of(
            "one language less",
            new PublishPolicy(POLICY, EARLIER, true, RECONSENT, textsWithout(Language.KK))));
  }

  @ParameterizedTest
  @MethodSource("others")
  void clause_12_2_a_version_is_immutable(PublishPolicy other) {
    policy()
        .given(published(EARLIER))
        .when(other)
        .expectException(refusedBecause(new Refusal.PolicyImmutable()))
        .expectNoEvents();
  }
}
