-- Uploaded files and printed papers.
create table files (
  id uuid primary key,
  kind text not null check (kind in ('image', 'pdf', 'sheet')),
  name text not null check (length(name) between 1 and 200),
  mime text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null,
  path text not null,
  thumbnail_path text,
  uploaded_by uuid references people,
  uploaded_as text not null check (uploaded_as in ('staff', 'customer', 'guest', 'system')),
  guest_key text,
  uploaded_at timestamptz not null,
  case_id uuid references cases,
  purpose text,
  attached_at timestamptz,
  check ((case_id is null) = (attached_at is null))
);
create index files_case on files (case_id);
create index files_unattached on files (uploaded_at) where case_id is null;
comment on column files.case_id is 'a file has the rights of its parent and none of its own; without a parent only its uploader may use it';

create table documents (
  id uuid primary key,
  case_id uuid references cases,
  form text not null check (form ~ '^F-[0-9]{2,3}[a-z]?$'),
  number text not null,
  template_version text not null,
  created_at timestamptz not null,
  created_by uuid references people,
  prints integer not null default 0,
  void boolean not null default false,
  unique (case_id, form)
);

create table document_copies (
  document_id uuid not null references documents,
  copy smallint not null check (copy between 1 and 9),
  goes_to text not null,
  handed_to text check (length(handed_to) between 1 and 100),
  handed_at timestamptz,
  handed_by uuid references people,
  primary key (document_id, copy),
  check ((handed_to is null) = (handed_at is null))
);

select draw_border('files', $$(case_id is not null and sees_case(case_id)) or (case_id is null and acting_kind() = 'customer' and uploaded_by = acting_person()) or (case_id is null and acting_kind() = 'guest' and guest_key = nullif(current_setting('atrium.guest', true), ''))$$);
select draw_border('documents', $$sees_case(case_id)$$);
