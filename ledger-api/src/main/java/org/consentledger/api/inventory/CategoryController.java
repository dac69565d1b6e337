package org.consentledger.api.inventory;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.inventory.InventoryDesk.Facts;
import org.consentledger.api.inventory.InventoryDesk.Recorded;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.inventory.InventoryKey;
import org.consentledger.core.inventory.InventoryKind;
import org.consentledger.core.inventory.InventoryMark;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.InventoryId;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of categories of personal data (clause 2.8): those shipped, and the operator's. */
@RestController
@RequestMapping("/api/v1/categories")
final class CategoryController {

  private final InventoryDesk inventory;
  private final Paging paging;

  /**
   * A category of personal data.
   *
   * @param title its name, by language: ru, kk, en
   * @param identity whether it tells who somebody is; not where it is not said
   * @param special whether the law protects it more than others; not where it is not said
   */
  record CategoryRequest(
      @NotEmpty Map<Language, @NotNull @Size(min = 1, max = 500) String> title,
      @Nullable Boolean identity,
      @Nullable Boolean special) {}

  /**
   * What recording a category answers besides.
   *
   * @param code the category, such as EMAIL
   */
  @Schema(name = "CategoryMembers")
  record Concerned(Category code) {}

  /**
   * A category of personal data.
   *
   * @param code the category, such as EMAIL
   * @param version counts its versions, from 1; missing where it is shipped
   * @param title its name, by language: ru, kk, en
   * @param identity whether it tells who somebody is
   * @param special whether the law protects it more than others
   * @param shipped whether the ledger ships it, so that nobody changes it
   * @param recordedAt when it was recorded; missing where it is shipped
   */
  record CategoryView(
      Category code,
      @Nullable Integer version,
      Map<Language, String> title,
      boolean identity,
      boolean special,
      boolean shipped,
      @Nullable Instant recordedAt) {}

  CategoryController(InventoryDesk inventory, Paging paging) {
    this.inventory = inventory;
    this.paging = paging;
  }

  /**
   * Adds a category to the catalogue, or records what changed of it.
   *
   * @param code the category, such as HEALTH
   */
  @Operation(operationId = "recordCategory")
  @AnswersCommand(Concerned.class)
  @Refuses(Refusal.CategoryShipped.class)
  @PutMapping("/{code}")
  ResponseEntity<String> record(
      @PathVariable Category code,
      @Valid @RequestBody CategoryRequest request,
      CommandContext context) {
    return inventory.record(
        key(code), request, new Facts(null, null, marks(request)), context, Map.of("code", code));
  }

  private static Set<InventoryMark> marks(CategoryRequest request) {
    Set<InventoryMark> marks = EnumSet.noneOf(InventoryMark.class);
    if (Boolean.TRUE.equals(request.identity())) {
      marks.add(InventoryMark.IDENTITY);
    }
    if (Boolean.TRUE.equals(request.special())) {
      marks.add(InventoryMark.SPECIAL);
    }
    return marks;
  }

  /**
   * One category.
   *
   * @param code the category, such as EMAIL
   */
  @Operation(operationId = "readCategory")
  @Misses(value = "CATEGORY_UNKNOWN", when = "There is none of this name.")
  @GetMapping("/{code}")
  CategoryView read(@PathVariable Category code) {
    return ShippedCategories.all().stream()
        .filter(shipped -> shipped.code().equals(code))
        .findFirst()
        .orElseGet(
            () -> inventory.read(key(code), CategoryRequest.class, CategoryController::view));
  }

  private static InventoryKey key(Category code) {
    return new InventoryKey(InventoryKind.CATEGORY, new InventoryId(code.value()));
  }

  /** All categories, in the order of their codes. */
  @Operation(operationId = "listCategories")
  @Lines(CategoryView.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Page<CategoryView> list(
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return paging.page(limit, after, this::find, CategoryController::place);
  }

  /** All categories, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(HttpServletResponse response) throws IOException {
    paging.stream(response, this::find, CategoryController::place);
  }

  private List<CategoryView> find(@Nullable String place, int most) {
    List<CategoryView> own =
        inventory.find(
            InventoryKind.CATEGORY, place, most, CategoryRequest.class, CategoryController::view);
    return Stream.concat(own.stream(), ShippedCategories.all().stream())
        .filter(category -> place == null || category.code().value().compareTo(place) > 0)
        .sorted(Comparator.comparing(CategoryView::code))
        .limit(most)
        .toList();
  }

  private static String place(CategoryView category) {
    return category.code().value();
  }

  private static CategoryView view(InventoryId id, Recorded<CategoryRequest> recorded) {
    CategoryRequest said = recorded.said();
    return new CategoryView(
        new Category(id.value()),
        recorded.version(),
        said.title(),
        Boolean.TRUE.equals(said.identity()),
        Boolean.TRUE.equals(said.special()),
        false,
        recorded.recordedAt());
  }
}
