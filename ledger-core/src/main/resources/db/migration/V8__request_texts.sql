-- What is sealed for a request has a key of its own: whose request it is may be known later, or never. Once it is known, the key
-- ends with that person's data.
alter table vault.subject_key add column belongs_to uuid;
create index subject_key_belongs_to on vault.subject_key (belongs_to) where belongs_to is not null;
