package org.consentledger.api.console.user;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.consentledger.core.user.Role;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says of somebody who is to be a user.
 *
 * @param signInName what they sign in by
 * @param name what others know them by
 * @param roles what they are there for
 */
record UserForm(
    @NotBlank(message = "{users.signInName.missing}")
        @Size(max = 100, message = "{users.name.long}")
        @Pattern(regexp = "[\\p{L}\\p{N}@._ -]*", message = "{users.signInName.form}")
        @Nullable String signInName,
    @NotBlank(message = "{users.name.missing}") @Size(max = 200, message = "{users.name.long}")
        @Nullable String name,
    @NotEmpty(message = "{users.roles.missing}") @Nullable Set<Role> roles) {}
