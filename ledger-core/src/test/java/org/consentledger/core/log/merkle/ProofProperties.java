package org.consentledger.core.log.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ProofProperties {

  private static final int MOST = 2000;
  private static final NaiveTree TREE = NaiveTree.ofSize(MOST);

  private final ProofVerifier verifier = new ProofVerifier();

  @Property(tries = 300)
  void an_inclusion_proof_is_that_of_the_rfc_and_no_other_verifies(
      @ForAll @IntRange(min = 1, max = MOST) int size, @ForAll Random random) {
    int index = random.nextInt(size);
    List<Hash> proof = new Proofs(TREE).inclusion(index, size);
    Hash leaf = TREE.leaf(index);
    Hash root = TREE.root(0, size);

    assertThat(proof).isEqualTo(TREE.path(index, 0, size));
    assertThat(verifier.verifyInclusion(index, size, leaf, proof, root)).isTrue();
    assertNoMutationPasses(
        proof, random, it -> verifier.verifyInclusion(index, size, leaf, it, root));
    assertThat(verifier.verifyInclusion(index, size, changed(leaf, random), proof, root)).isFalse();
    assertThat(verifier.verifyInclusion(index, size, leaf, proof, changed(root, random))).isFalse();
    int otherIndex = random.nextInt(size);
    assertThat(verifier.verifyInclusion(otherIndex, size, leaf, proof, root))
        .isEqualTo(otherIndex == index);
  }

  @Property(tries = 300)
  void a_consistency_proof_is_that_of_the_rfc_and_no_other_verifies(
      @ForAll @IntRange(min = 1, max = MOST) int newer, @ForAll Random random) {
    int older = 1 + random.nextInt(newer);
    List<Hash> proof = new Proofs(TREE).consistency(older, newer);
    Hash olderRoot = TREE.root(0, older);
    Hash newerRoot = TREE.root(0, newer);

    assertThat(proof).isEqualTo(TREE.subproof(older, 0, newer, true));
    assertThat(verifier.verifyConsistency(older, newer, olderRoot, newerRoot, proof)).isTrue();
    assertNoMutationPasses(
        proof, random, it -> verifier.verifyConsistency(older, newer, olderRoot, newerRoot, it));
    assertThat(
            verifier.verifyConsistency(older, newer, changed(olderRoot, random), newerRoot, proof))
        .isFalse();
    assertThat(
            verifier.verifyConsistency(older, newer, olderRoot, changed(newerRoot, random), proof))
        .isFalse();
  }

  @Property(tries = 100)
  void each_tile_is_fetched_once_and_is_one_that_the_tree_has(
      @ForAll @IntRange(min = 1, max = MOST) int size, @ForAll Random random) {
    NaiveTree fresh = NaiveTree.ofSize(size);
    new Proofs(fresh).inclusion(random.nextInt(size), size);

    assertThat(fresh.fetched()).doesNotHaveDuplicates().allMatch(tile -> tile.isPartOf(size));
    assertThat(fresh.fetched().size()).isLessThanOrEqualTo(4);
  }

  @Property(tries = 100)
  void the_root_comes_from_the_right_edge_alone(@ForAll @IntRange(min = 1, max = MOST) int size) {
    NaiveTree fresh = NaiveTree.ofSize(size);

    assertThat(new Proofs(fresh).root(size)).isEqualTo(fresh.root(0, size));
    assertThat(fresh.fetched()).hasSizeLessThanOrEqualTo(2).doesNotHaveDuplicates();
  }

  @Example
  void every_tree_begins_with_nothing_and_with_itself() {
    Hash empty = TREE.root(0, 0);
    Hash root = TREE.root(0, 7);
    Proofs proofs = new Proofs(TREE);

    assertThat(proofs.root(0)).isEqualTo(empty);
    assertThat(proofs.consistency(0, 7)).isEmpty();
    assertThat(proofs.consistency(7, 7)).isEmpty();
    assertThat(verifier.verifyConsistency(0, 7, empty, root, List.of())).isTrue();
    assertThat(verifier.verifyConsistency(0, 7, root, root, List.of())).isFalse();
    assertThat(verifier.verifyConsistency(7, 7, root, root, List.of())).isTrue();
    assertThat(verifier.verifyConsistency(7, 7, root, root, List.of(root))).isFalse();
    assertThat(verifier.verifyConsistency(6, 7, TREE.root(0, 6), root, List.of())).isFalse();
  }

  @Example
  void what_is_not_in_the_tree_has_no_proof() {
    Proofs proofs = new Proofs(TREE);
    Hash root = TREE.root(0, 7);

    assertThatThrownBy(() -> proofs.inclusion(7, 7)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> proofs.consistency(8, 7)).isInstanceOf(IllegalArgumentException.class);
    assertThat(verifier.verifyInclusion(7, 7, root, List.of(), root)).isFalse();
    assertThat(verifier.verifyInclusion(-1, 7, root, List.of(), root)).isFalse();
    assertThat(verifier.verifyConsistency(8, 7, root, root, List.of())).isFalse();
  }

  @Example
  void a_tile_that_is_too_short_is_no_tile() {
    Proofs proofs = new Proofs((level, index, width) -> new byte[Hash.LENGTH]);
    assertThatThrownBy(() -> proofs.root(2)).hasMessageContaining("tile/0/000.p/2");
  }

  private static void assertNoMutationPasses(
      List<Hash> proof, Random random, Predicate<List<Hash>> passes) {
    for (int i = 0; i <= proof.size(); i++) {
      List<Hash> more = new ArrayList<>(proof);
      more.add(i, i < proof.size() ? proof.get(i) : TREE.leaf(random.nextInt(MOST)));
      assertThat(passes.test(more)).as("with one more at %d", i).isFalse();
    }
    for (int i = 0; i < proof.size(); i++) {
      List<Hash> other = new ArrayList<>(proof);
      other.set(i, changed(proof.get(i), random));
      assertThat(passes.test(other)).as("with a bit changed at %d", i).isFalse();
      List<Hash> fewer = new ArrayList<>(proof);
      fewer.remove(i);
      assertThat(passes.test(fewer)).as("without that at %d", i).isFalse();
    }
  }

  private static Hash changed(Hash hash, Random random) {
    byte[] bytes = hash.bytes();
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return Hash.of(bytes);
  }
}
