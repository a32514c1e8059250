-- Files and messages.

create schema documents;
create schema notices;
grant usage on schema documents, notices to gongyou_app;

create table documents.file (
  region int not null references kit.region_name (region),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  bytes bigint not null check (bytes >= 0),
  sha256 bytea not null,
  place text not null,
  owner_person_id uuid,
  org_id uuid,
  secrecy text not null default 'P1' check (secrecy in ('P0', 'P1', 'P2', 'P3')),
  created_at timestamptz not null,
  created_by uuid,
  removed_at timestamptz,
  primary key (region, id),
  constraint file_owner_fkey foreign key (region, owner_person_id) references people.person (region, id),
  constraint file_org_fkey foreign key (region, org_id) references organisations.org (region, id)
);
comment on table documents.file is 'Files kept in the local folder or an S3 store; content is named by its hash';
select kit.declare('documents.file', 'tenant');
create index file_by_hash on documents.file (region, sha256);
grant select, insert, update on documents.file to gongyou_app;

create table notices.message (
  region int not null references kit.region_name (region),
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  title jsonb not null,
  body jsonb not null,
  link text,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (region, id),
  constraint message_person_fkey foreign key (region, person_id) references people.person (region, id)
);
comment on table notices.message is 'The one inbox of each person';
select kit.declare('notices.message', 'tenant');
create index message_inbox on notices.message (region, person_id, created_at desc);
create index message_unread on notices.message (region, person_id) where read_at is null;
grant select, insert, update on notices.message to gongyou_app;

create table notices.delivery (
  region int not null,
  id uuid not null,
  message_id uuid,
  channel text not null check (channel in ('sms', 'wechat', 'email')),
  address text not null,
  body text not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  tries int not null default 0,
  error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (region, id),
  constraint delivery_message_fkey foreign key (region, message_id) references notices.message (region, id)
);
comment on table notices.delivery is 'What left by SMS, WeChat or e-mail; in the demo this is the visible outbox';
select kit.declare('notices.delivery', 'tenant');
create index delivery_by_time on notices.delivery (region, created_at desc);
grant select, insert, update on notices.delivery to gongyou_app;
