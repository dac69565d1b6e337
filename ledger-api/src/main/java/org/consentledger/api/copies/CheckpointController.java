package org.consentledger.api.copies;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.log.TimeStamp;
import org.consentledger.core.log.VouchedCheckpoint;
import org.consentledger.core.log.Vouchers;
import org.consentledger.core.log.WitnessLine;
import org.consentledger.core.log.merkle.CanonicalBase64;
import org.consentledger.core.log.note.Cosignature;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what was signed of the log, and what others vouch for of it. */
@RestController
final class CheckpointController {

  private final Vouchers vouchers;
  private final Paging paging;

  /**
   * A checkpoint.
   *
   * @param size how many leaves it speaks of
   * @param root the root over them, in base 64
   * @param signedAt when the log signed it
   * @param note as the log signed it; cosignatures are lines to append, time stamps are over the
   *     UTF-8 of exactly this
   * @param cosignatures what witnesses signed, in the order in which it came
   * @param timeStamps what authorities stamped, in the order in which it came
   */
  record CheckpointView(
      long size,
      String root,
      Instant signedAt,
      String note,
      List<CosignatureView> cosignatures,
      List<TimeStampView> timeStamps) {

    static CheckpointView of(VouchedCheckpoint checkpoint) {
      return new CheckpointView(
          checkpoint.size(),
          checkpoint.signed().root().base64(),
          checkpoint.signed().signedAt(),
          checkpoint.signed().note().format(),
          checkpoint.cosignatures().stream().map(CosignatureView::of).toList(),
          checkpoint.timeStamps().stream().map(TimeStampView::of).toList());
    }
  }

  /**
   * A cosignature.
   *
   * @param witness the key that verifies it
   * @param time when the witness says that it signed
   * @param receivedAt when it came
   * @param line its line in the note
   */
  record CosignatureView(String witness, Instant time, Instant receivedAt, String line) {

    static CosignatureView of(WitnessLine cosignature) {
      return new CosignatureView(
          cosignature.witness().toString(),
          Cosignature.of(cosignature.line()).time(),
          cosignature.receivedAt(),
          cosignature.line().line());
    }
  }

  /**
   * A time stamp.
   *
   * @param authority where it was asked
   * @param time what the authority vouches for
   * @param receivedAt when it came
   * @param response the TimeStampResp of RFC 3161, DER in base 64
   */
  record TimeStampView(String authority, Instant time, Instant receivedAt, String response) {

    static TimeStampView of(TimeStamp stamp) {
      return new TimeStampView(
          stamp.authority(),
          stamp.stampedAt(),
          stamp.receivedAt(),
          CanonicalBase64.encode(stamp.response()));
    }
  }

  CheckpointController(Vouchers vouchers, Paging paging) {
    this.vouchers = vouchers;
    this.paging = paging;
  }

  /** Checkpoints with their cosignatures and time stamps, newest last. */
  @Operation(operationId = "listCheckpoints")
  @Lines(CheckpointView.class)
  @GetMapping(path = "/api/v1/log/checkpoints", produces = MediaType.APPLICATION_JSON_VALUE)
  Page<CheckpointView> list(
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return paging.page(limit, after, this::find, CheckpointController::place);
  }

  /** All checkpoints, one a line. */
  @Hidden
  @GetMapping(path = "/api/v1/log/checkpoints", produces = Paging.NDJSON)
  void stream(HttpServletResponse response) throws IOException {
    paging.stream(response, this::find, CheckpointController::place);
  }

  private List<CheckpointView> find(@Nullable String place, int most) {
    return vouchers.after(Paging.position(place), most).stream().map(CheckpointView::of).toList();
  }

  private static String place(CheckpointView checkpoint) {
    return Long.toString(checkpoint.size());
  }
}
