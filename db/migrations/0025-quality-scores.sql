-- 部门服务质量监控 (domain §2.26): the monthly score of 安保, 工程 and 保洁, signed by the customer service manager, noted by the project manager.
create table quality_scores (
  month date not null check (extract(day from month) = 1),
  department text not null check (department in ('security', 'engineering', 'cleaning')),
  version integer not null check (version > 0),
  complaints smallint not null check (complaints between 0 and 25),
  service_slips smallint not null check (service_slips between 0 and 25),
  patrols smallint not null check (patrols between 0 and 25),
  survey smallint not null check (survey between 0 and 25),
  comment text not null check (length(comment) between 1 and 2000),
  facts jsonb not null,
  signed_by uuid not null references staff,
  signed_at timestamptz not null,
  noted_by uuid references staff,
  noted_at timestamptz,
  remark text not null default '' check (length(remark) <= 1000),
  primary key (month, department, version),
  check ((noted_by is null) = (noted_at is null)),
  check (noted_by is distinct from signed_by)
);
comment on table quality_scores is 'a sheet that is signed again is a new version; the newest counts';
comment on column quality_scores.facts is 'the figures of the month as they stood when the sheet was signed';
revoke delete, truncate on quality_scores from atrium_app;
create function refuse_signed_change() returns trigger
  language plpgsql as $$
begin
  if to_jsonb(new) - 'noted_by' - 'noted_at' - 'remark' <> to_jsonb(old) - 'noted_by' - 'noted_at' - 'remark' or old.noted_at is not null then
    raise exception 'a signed sheet is not changed: sign a new one' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger quality_scores_signed before update on quality_scores for each row execute function refuse_signed_change();
select draw_border('quality_scores', 'false');

-- The promise board reads what is open; figures of kept and missed read a month by its due moments.
create index deadlines_open on deadlines (due_at) where met_at is null;
create index deadlines_due on deadlines (due_at, clock);
-- The figures of a month (domain §7) read what happened in it.
create index timeline_figures on timeline (action, at) where action in ('finish', 'sign', 'callBack', 'rate');
create index charges_written on charges (written_at);
create index cases_closed on cases (process, closed_at) where closed_at is not null;
