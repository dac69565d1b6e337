package org.consentledger.core.log.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillTest {

  private static final int RECORDS = 20_000;

  @TempDir Path folder;

  @Test
  void records_of_a_key_come_back_together_in_their_order_and_again() throws Exception {
    Random random = new Random(3);
    Map<Long, List<Long>> expected = new HashMap<>();
    try (Spill spill = new Spill(folder, "records", 7)) {
      for (long i = 0; i < RECORDS; i++) {
        long key = random.nextInt(500) - 250;
        expected.computeIfAbsent(key, it -> new ArrayList<>()).add(i);
        spill.add(key, i, -i);
      }
      assertThat(read(spill)).isEqualTo(expected);
      assertThat(read(spill)).isEqualTo(expected);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void a_table_keeps_what_a_map_would_keep() {
    Random random = new Random(5);
    LongTable table = new LongTable();
    Map<Long, Long> map = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      long key = random.nextInt(4) == 0 ? random.nextInt(100) : random.nextLong();
      long value = 1 + random.nextInt(1000);
      assertThat(table.get(key)).isEqualTo(map.getOrDefault(key, LongTable.NONE));
      table.put(key, value);
      map.put(key, value);
    }
    map.forEach((key, value) -> assertThat(table.get(key)).isEqualTo(value));
    assertThat(table.get(0)).isEqualTo(map.getOrDefault(0L, LongTable.NONE));
  }

  private static Map<Long, List<Long>> read(Spill spill) throws IOException {
    Map<Long, List<Long>> found = new HashMap<>();
    for (int part = 0; part < spill.parts(); part++) {
      Map<Long, List<Long>> ofPart = new HashMap<>();
      spill.read(
          part,
          (key, value, position) -> {
            assertThat(position).isEqualTo(-value);
            ofPart.computeIfAbsent(key, it -> new ArrayList<>()).add(value);
          });
      assertThat(found).doesNotContainKeys(ofPart.keySet().toArray(Long[]::new));
      found.putAll(ofPart);
    }
    return found;
  }
}
