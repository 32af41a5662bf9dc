-- A million slips: the words are kept doubled, so that rechecking a found row costs a comparison and not a regular expression.
select set_config('atrium.kind', 'system', true);
alter table cases disable trigger cases_edge;
update cases set search = doubled(search);
alter table cases enable trigger cases_edge;
drop index cases_search;
create index cases_search on cases using gin (search gin_trgm_ops);
alter table cases alter column search set statistics 300;
comment on column cases.search is 'normalised, every character twice: asked with a doubled pattern';

-- The register by worker and by kind of trouble; the search over all processes, newest first.
create index cases_assignee_list on cases (assignee_id, opened_at desc, id desc);
create index cases_kind_list on cases (process, category, priority, opened_at desc, id desc);
create index cases_newest on cases (opened_at desc, id desc);
-- Open cases are few: a queue reads them by state, whoever they lie with.
drop index cases_assignee_queue;
drop index cases_owner_queue;
