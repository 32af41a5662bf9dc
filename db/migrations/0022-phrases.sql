-- The phrasebook (domain §6): versions, never edited; the newest version of a code holds.
create table phrases (
  code text not null check (code ~ '^[WJEAR][0-9]{2,4}$'),
  version integer not null check (version > 0),
  kind text not null check (kind in ('polite', 'taboo', 'english', 'attitude', 'rule')),
  scene text not null check (length(scene) between 1 and 40),
  topic_zh text not null default '' check (length(topic_zh) <= 40),
  topic_en text not null default '' check (length(topic_en) <= 80),
  text_zh text not null check (length(text_zh) between 1 and 300),
  text_en text not null default '' check (length(text_en) <= 600),
  preferred_zh text not null default '' check (length(preferred_zh) <= 300),
  preferred_en text not null default '' check (length(preferred_en) <= 600),
  matches text[] not null default '{}',
  harmless text[] not null default '{}',
  note text not null default '' check (length(note) <= 300),
  retired boolean not null default false,
  reason text not null default '' check (length(reason) <= 500),
  set_by uuid references people,
  set_at timestamptz not null default now(),
  primary key (code, version),
  check ((kind = 'taboo') = (preferred_zh <> '')),
  check (kind = 'taboo' or (matches = '{}' and harmless = '{}'))
);
create trigger phrases_append_only before update or delete on phrases
  for each row execute function refuse_change();
revoke update, delete, truncate on phrases from atrium_app;
