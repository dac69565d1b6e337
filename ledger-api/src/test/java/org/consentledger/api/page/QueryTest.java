package org.consentledger.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters stay in the address, and the address stays here. */
class QueryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none                  | after | a=b&c  | ?after=a%3Db%26c",
        "type=x%20y&after=1    | after | 2      | ?type=x%20y&after=2",
        "after=1&type=x&type=y | after | none   | ?type=x&type=y",
        "after=1               | after | none   | ?",
        "q=%D3%99              | after | ә      | ?q=%D3%99&after=%D3%99",
        "q=<script>            | after | 1      | ?after=1",
        "%                     | after | 1      | ?after=1",
        "to=//evil.example     | after | 1      | ?to=//evil.example&after=1",
      })
  void one_parameter_changes_and_the_others_stay(
      String query, String parameter, String value, String address) {
    assertThat(Query.of(query).with(parameter, value)).isEqualTo(address);
  }
}
