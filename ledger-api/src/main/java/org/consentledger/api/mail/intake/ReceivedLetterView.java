package org.consentledger.api.mail.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter that a mailbox brought. What it says is read by itself.
 *
 * @param letterId names the letter
 * @param mailbox the name of the mailbox
 * @param uid its number in the folder, for whoever looks for it there
 * @param takenAt when it was taken in: a moment in UTC
 * @param outcome what came of it
 * @param cause why it opened nothing or was set aside: OWN, SPAM, BOUNCE, AUTOMATIC_REPLY,
 *     MAILING_LIST; SAME_LETTER; EMPTY, NO_SENDER, TOO_MANY_PARTS, MALFORMED, FAILED. Missing where
 *     it opened a request
 * @param whole whether all of it was read; of a larger one the rest is in the mailbox only
 * @param requestId the request that it opened; missing where it opened none
 * @param acknowledgement what became of its acknowledgement: QUEUED, SENDING, SENT, REFUSED,
 *     UNCERTAIN, GONE, TOO_MANY; missing where it is not acknowledged
 */
@Schema(name = "ReceivedLetter")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceivedLetterView(
    UUID letterId,
    String mailbox,
    long uid,
    Instant takenAt,
    Outcome outcome,
    @Nullable String cause,
    boolean whole,
    @Nullable UUID requestId,
    @Nullable String acknowledgement) {}
