package org.consentledger.core.log.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FrontierProperties {

  private static final int MOST = 2000;
  private static final NaiveTree TREE = NaiveTree.ofSize(MOST);

  @Property(tries = 100)
  void a_frontier_that_was_put_away_goes_on_as_if_it_had_not_been(
      @ForAll @IntRange(max = MOST) int size, @ForAll @IntRange(max = 40) int more) {
    Frontier frontier = Frontier.of(size, new Proofs(TREE).peaks(size));
    Frontier copy = frontier.copy();
    int end = Math.min(size + more, MOST);
    for (int i = size; i < end; i++) {
      frontier.append(TREE.leaf(i));
    }

    assertThat(frontier.root()).isEqualTo(TREE.root(0, end));
    assertThat(frontier.size()).isEqualTo(end);
    assertThat(frontier.peaks()).isEqualTo(new Proofs(TREE).peaks(end));
    assertThat(copy.root()).isEqualTo(TREE.root(0, size));
  }

  @Property(tries = 100)
  void complete_subtrees_can_be_added_as_a_whole(@ForAll @IntRange(max = MOST) int size) {
    Frontier frontier = Frontier.empty();
    int leaves = 1 << TilePath.HEIGHT;
    int start = 0;
    for (; start + leaves <= size; start += leaves) {
      frontier.append(TREE.root(start, start + leaves), TilePath.HEIGHT);
    }
    for (; start < size; start++) {
      frontier.append(TREE.leaf(start));
    }

    assertThat(frontier.root()).isEqualTo(TREE.root(0, size));
  }

  @Example
  void a_subtree_cannot_begin_within_another() {
    Frontier frontier = Frontier.empty();
    frontier.append(TREE.leaf(0));
    assertThatThrownBy(() -> frontier.append(TREE.leaf(1), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void the_number_of_peaks_belongs_to_the_size() {
    assertThatThrownBy(() -> Frontier.of(3, List.of(TREE.leaf(0))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
