package org.consentledger.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** A list of which reading fails while it is on its way. */
@ExtendWith(OutputCaptureExtension.class)
class BrokenListTest {

  private final Paging paging = new Paging(new JsonMapper());
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  private static List<String> find(String place, int most, String item) {
    if (place != null) {
      throw new IllegalStateException("a message that quotes");
    }
    return Collections.nCopies(most, item);
  }

  @Test
  void a_list_that_breaks_off_ends_with_a_line_that_says_so(CapturedOutput output)
      throws IOException {
    paging.stream(response, (place, most) -> find(place, most, "an item of some length"), it -> it);

    List<String> lines = response.getContentAsString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(Paging.MOST + 1);
    assertThat(lines.getLast()).contains("\"code\":\"LIST_INCOMPLETE\"", "\"status\":503");
    assertThat(output.getAll())
        .contains("IllegalStateException")
        .doesNotContain("a message that quotes");
  }

  @Test
  void a_list_of_which_nothing_was_sent_yet_is_an_error_as_any_other() {
    response.setBufferSize(1_000_000);
    assertThatThrownBy(
            () -> paging.stream(response, (place, most) -> find(place, most, "an item"), it -> it))
        .isInstanceOf(IllegalStateException.class);
  }
}
