/** Version of the tables, kept in `user_version`. A database of a newer one is refused. */
export const schemaVersion = 3;

/** Room for the versions of one case in the key of its commits: key = case number × 2²⁰ + version. */
export const versionsPerCase = 2 ** 20;

export const schema = `
create table tenant_case (
  no integer primary key, tenant text not null, id text not null, version integer not null, next_due text, head text not null, state text not null,
  unique (tenant, id));
create index case_due on tenant_case (tenant, next_due) where next_due is not null;
create table case_commit (
  key integer primary key, idem text not null, body_hash text not null, at text not null, head text not null, acts text not null, effects text not null,
  reply text not null);
create table idempotency (tenant text not null, key text not null, commit_key integer not null, primary key (tenant, key)) without rowid;
create table outbox (
  id text not null, tenant text not null, commit_key integer not null, position integer not null, attempts integer not null default 0,
  not_before text not null default '', error text, dead integer not null default 0, primary key (tenant, id)) without rowid;
create index outbox_commit on outbox (tenant, commit_key, position);
create table listing (
  tenant text not null, no integer not null, list text not null, id text not null, owner text not null, path text not null, service text not null,
  step text not null, status text not null, due text not null, opened text not null, cents integer not null, data text not null,
  primary key (no, list, id)) without rowid;
create index listing_owner on listing (tenant, list, owner, path);
create table term (no integer not null, term text not null, tenant text not null, primary key (no, term)) without rowid;
create index term_text on term (tenant, term);
create table claim (
  tenant text not null, claim text not null, key text not null, case_id text not null, item text not null, service text not null, since text not null,
  primary key (tenant, claim, key)) without rowid;
create table sequence (tenant text not null, sequence text not null, scope text not null, last integer not null, primary key (tenant, sequence, scope)) without rowid;
create table sequence_number (tenant text not null, request text not null, number integer not null, primary key (tenant, request)) without rowid;
create table record (
  tenant text not null, register text not null, key text not null, version integer not null, valid_on text not null, name text not null,
  path text not null, subject text not null, status text not null, until text not null, changed text not null, data text not null,
  primary key (tenant, register, key)) without rowid;
create index record_name on record (tenant, register, name, key, path, status);
create index record_changed on record (tenant, register, changed, key, path, status);
create index record_until on record (tenant, register, until, key, path, status);
create index record_subject on record (tenant, subject);
create table record_history (
  tenant text not null, register text not null, key text not null, version integer not null, data text not null,
  primary key (tenant, register, key, version)) without rowid;
create table record_field (
  tenant text not null, register text not null, field text not null, value text not null, key text not null,
  primary key (tenant, register, field, value, key)) without rowid;
create table register_import (
  tenant text not null, id text not null, version integer not null, open integer not null, data text not null,
  primary key (tenant, id)) without rowid;
create index register_import_open on register_import (tenant) where open = 1;
create table publication (no integer primary key, tenant text not null, data text not null);
create table proposal (no integer primary key, tenant text not null, id text not null, version integer not null, data text not null, unique (tenant, id));
create table pack (tenant text not null, hash text not null, text text not null, primary key (tenant, hash)) without rowid;
create table person (tenant text not null, id text not null, login text not null, data text not null, primary key (tenant, id)) without rowid;
create unique index person_login on person (tenant, login);
create table session (tenant text not null, token text not null, person text not null, csrf text not null, expires integer not null, primary key (tenant, token)) without rowid;
create table draft (tenant text not null, id text not null, owner text not null, version integer not null, data text not null, primary key (tenant, id)) without rowid;
create index draft_owner on draft (tenant, owner);
create table draft_subject (tenant text not null, subject text not null, draft text not null, primary key (tenant, subject, draft)) without rowid;
create table blob (tenant text not null, id text not null, draft text, case_id text, data text not null, primary key (tenant, id)) without rowid;
create index blob_draft on blob (tenant, draft);
create index blob_case on blob (tenant, case_id);
create table message (
  no integer primary key, tenant text not null, id text not null, person text not null, case_id text not null, read integer not null, data text not null,
  unique (tenant, id));
create index message_person on message (tenant, person, no);
create index message_case on message (tenant, case_id);
create table access (no integer primary key, tenant text not null, case_id text not null, subject text, data text not null);
create index access_case on access (tenant, case_id, no);
create index access_subject on access (tenant, subject, no);
create table setting (tenant text not null, name text not null, value text not null, primary key (tenant, name)) without rowid;
`;
