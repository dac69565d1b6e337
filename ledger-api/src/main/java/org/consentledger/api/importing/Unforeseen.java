package org.consentledger.api.importing;

import java.lang.reflect.Proxy;

/**
 * Stands behind the request and the response of a line. Lines are carried out beside one another,
 * and the import's own request must not be shared between them; so whatever is not answered for a
 * line fails, and is found by the tests.
 */
final class Unforeseen {

  private Unforeseen() {}

  static <T> T of(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            }));
  }
}
