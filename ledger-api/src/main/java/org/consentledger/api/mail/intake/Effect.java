package org.consentledger.api.mail.intake;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a letter does to the data of the person who wrote it, before anybody has looked at it. */
@Schema(name = "LetterEffect")
enum Effect {
  /** Their consents are withdrawn, and the request is answered thereby (clause 8.4). */
  WITHDRAW,
  /** Sending to them is suspended, until an officer has looked (clause 8.4). */
  SUSPEND
}
