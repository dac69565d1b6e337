-- Who may be in a purpose's audience: whoever answered yes for it, or has a ground claimed for it. One more than
-- the rules permit is harmless; one less would be left out. The star, which is no purpose, holds those of whom
-- something is blocked: what is blocked is stored by law, without a ground.
create table current_footing (
  purpose_id text not null,
  subject_id uuid not null,
  primary key (purpose_id, subject_id)
);

grant select, insert, delete on current_footing to ledger_program;

insert into current_footing (purpose_id, subject_id)
select consent.key, subject_id
from current_subject, lateral json_each(state -> 'consents') as consent
where state ->> 'status' = 'ACTIVE' and consent.value ->> 'answer' = 'GIVEN'
union
select ground -> 'claim' ->> 'purposeId', subject_id
from current_subject, lateral json_array_elements(state -> 'circumstances' -> 'grounds') as ground
where state ->> 'status' = 'ACTIVE' and ground ->> 'endedAt' is null
union
select '*', subject_id
from current_subject, lateral json_array_elements(state -> 'restrictions') as restriction
where state ->> 'status' = 'ACTIVE' and (restriction ->> 'blocked')::boolean;

-- The next candidates by their index, even where the planner has no statistics yet and would rather sort them all.
create function next_footings(purpose text, after uuid, most int) returns setof uuid
  language sql stable
  set enable_bitmapscan = off set enable_seqscan = off set enable_sort = off
  as $$
    select subject_id from current_footing where purpose_id = purpose and subject_id > after
    order by subject_id limit most
  $$;

create function next_subjects(after uuid, most int) returns setof uuid
  language sql stable
  set enable_bitmapscan = off set enable_seqscan = off set enable_sort = off
  as $$
    select subject_id from current_subject where subject_id > after order by subject_id limit most
  $$;
