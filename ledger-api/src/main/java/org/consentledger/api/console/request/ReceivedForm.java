package org.consentledger.api.console.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.UUID;
import org.consentledger.api.page.Needed;
import org.consentledger.api.request.RequestForms;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What an officer enters of a request that came by post, by telephone or at the counter.
 *
 * @param key tells the form from others, so that sent twice it is entered once
 * @param receivedAt when it was received, on the clocks of Kazakhstan; now where it is not said
 * @param authority on what authority somebody asks for the person; nobody does where it is not said
 */
record ReceivedForm(
    String key,
    @Nullable UUID subjectId,
    @Needed(message = "{requests.type.missing}") @Nullable RequestType type,
    @Needed(message = "{requests.channel.missing}") @Nullable Channel channel,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime receivedAt,
    @Nullable Language language,
    @NotBlank(message = "{requests.words.missing}")
        @Size(max = RequestForms.LETTER, message = "{requests.long}")
        @Nullable String text,
    @Size(max = 500, message = "{requests.long}") @Nullable String contact,
    @Size(max = 500, message = "{requests.long}") @Nullable String representative,
    @Size(max = 2000, message = "{requests.long}") @Nullable String authority) {}
