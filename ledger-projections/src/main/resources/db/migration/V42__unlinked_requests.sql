-- Requests that have ended and that nobody was found for: what was written about them has a time of its own, and goes after it.
create index current_request_unlinked on current_request (request_id)
  where subject_id is null and status in ('ANSWERED', 'REFUSED') and state #>> '{end,textDestroyedAt}' is null;
