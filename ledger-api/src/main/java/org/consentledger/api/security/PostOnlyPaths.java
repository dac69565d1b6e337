package org.consentledger.api.security;

import io.swagger.v3.oas.annotations.Hidden;
import org.consentledger.api.problem.Problem;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Names the one method of paths where Spring could not: the token endpoint, whose POST its filters
 * take, and the lookup, which would be read as the identifier of a subject.
 */
@RestController
@Hidden
final class PostOnlyPaths {
  @RequestMapping({"/oauth2/token", "/api/v1/subjects/lookup"})
  ResponseEntity<Problem> refuse() {
    return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
        .allow(HttpMethod.POST)
        .contentType(Problem.MEDIA_TYPE)
        .body(
            Problem.of(
                HttpStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", "The path takes POST alone."));
  }
}
