package org.consentledger.core.log.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

  @Test
  void a_path_is_written_as_the_specification_writes_it() {
    assertThat(new TilePath(0, 1_234_067, 256)).hasToString("tile/0/x001/x234/067");
    assertThat(new TilePath(TilePath.ENTRIES, 0, 1)).hasToString("tile/entries/000.p/1");
    assertThat(new TilePath(63, 999, 255)).hasToString("tile/63/999.p/255");
    assertThat(new TilePath(2, 1000, 256)).hasToString("tile/2/x001/000");
    assertThat(new TilePath(0, Long.MAX_VALUE, 256))
        .hasToString("tile/0/x009/x223/x372/x036/x854/x775/807");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/000",
        "tile/63/x001/x234/067.p/255",
        "tile/entries/x999/999",
        "tile/0/x009/x223/x372/x036/x854/x775/807"
      })
  void what_is_well_written_is_read_back(String path) {
    assertThat(TilePath.parse(path)).hasToString(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/00/000",
        "tile/01/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/0/0",
        "tile/0/0000",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/x001",
        "tile/0/x001/x002",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/",
        "tile/0/000/",
        "tile/0/٠٠٠",
        "tile/data/000",
        "/tile/0/000",
        "tile/0/x009/x223/x372/x036/x854/x775/808",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        ""
      })
  void what_is_written_in_another_way_is_refused(String path) {
    assertThatThrownBy(() -> TilePath.parse(path)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_tree_of_70_000_has_the_tiles_that_the_specification_counts() {
    List<TilePath> tiles = TilePath.all(70_000).toList();
    assertThat(
            tiles.stream().collect(Collectors.groupingBy(TilePath::level, Collectors.counting())))
        .containsOnly(entry(TilePath.ENTRIES, 274L), entry(0, 274L), entry(1, 2L), entry(2, 1L));
    assertThat(tiles)
        .contains(new TilePath(0, 273, 112), new TilePath(1, 1, 17), new TilePath(2, 0, 1))
        .allMatch(tile -> tile.isPartOf(70_000));
    assertThat(new TilePath(0, 273, 112).isPartOf(70_001)).isFalse();
    assertThat(new TilePath(0, 273, TilePath.FULL).isPartOf(70_000)).isFalse();
  }

  @Test
  void a_full_tile_has_a_partial_one_above_it_and_no_empty_one_beside_it() {
    assertThat(TilePath.all(256).map(TilePath::toString))
        .containsExactly("tile/entries/000", "tile/0/000", "tile/1/000.p/1");
    assertThat(TilePath.all(0)).isEmpty();
  }

  @Test
  void the_largest_tree_has_eight_levels() {
    assertThat(TilePath.fullTiles(7, Long.MAX_VALUE)).isZero();
    assertThat(TilePath.partialWidth(7, Long.MAX_VALUE)).isEqualTo(127);
    assertThat(TilePath.partialWidth(8, Long.MAX_VALUE)).isZero();
    assertThat(TilePath.partialWidth(63, Long.MAX_VALUE)).isZero();
  }
}
