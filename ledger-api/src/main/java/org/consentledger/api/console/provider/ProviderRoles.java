package org.consentledger.api.console.provider;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consentledger.core.user.Role;
import org.jspecify.annotations.Nullable;

/** Which roles follow from what a provider claims: those that were configured, and no others. */
final class ProviderRoles {

  private ProviderRoles() {}

  static Set<Role> of(
      Map<String, Object> claims, String rolesClaim, Map<Role, List<String>> configured) {
    Collection<?> claimed = values(claims, rolesClaim);
    Set<Role> roles = EnumSet.noneOf(Role.class);
    configured.forEach(
        (role, values) -> {
          if (values.stream().anyMatch(claimed::contains)) {
            roles.add(role);
          }
        });
    return roles;
  }

  /** Names of claims may have dots themselves, as addresses do: those come first. */
  private static Collection<?> values(Map<String, Object> claims, String name) {
    Object found = claims.containsKey(name) ? claims.get(name) : within(claims, name);
    return switch (found) {
      case Collection<?> many -> many;
      case String one -> List.of(one);
      case null, default -> List.of();
    };
  }

  private static @Nullable Object within(Map<String, Object> claims, String path) {
    Object found = claims;
    for (String step : Arrays.asList(path.split("\\.", -1))) {
      found = found instanceof Map<?, ?> object ? object.get(step) : null;
    }
    return found;
  }
}
