-- Sign-in: the second factor of a session, secrets given out once, and the throttle.
alter table sessions add factor_at timestamptz;
comment on column sessions.factor_at is 'when the second factor was shown in this session';

alter table accounts add initial_until timestamptz;
comment on column accounts.initial_until is 'until when a secret given out by somebody else opens the account; null for a password of his own';

-- Failures are counted per bucket, for names nobody has as well, so that the throttle tells nothing.
alter table accounts drop failed_count, drop failed_at;
create table sign_in_buckets (
  bucket text primary key,
  full_until timestamptz not null
);
create index sign_in_buckets_age on sign_in_buckets (full_until);
comment on column sign_in_buckets.full_until is 'each failure moves it on by one interval; too far ahead of now: refused';

-- Who a session belongs to, in one look-up on every request. The contact's company is behind row-level security,
-- and nobody acts yet while this is asked.
create function session_of(hash text)
  returns table (
    person_id uuid, kind text, name text, language text, stage text, created_at timestamptz, seen_at timestamptz,
    expires_at timestamptz, factor_at timestamptz, usable boolean, must_change boolean, factor boolean,
    customer_id uuid, roles text[]
  )
  language plpgsql stable security definer set search_path = public, pg_temp set atrium.kind = 'system' as $$
begin
  return query
    select people.id, people.kind, people.name, people.language, sessions.stage, sessions.created_at, sessions.seen_at,
           sessions.expires_at, sessions.factor_at, people.active and not accounts.disabled,
           accounts.must_change_password, accounts.totp_confirmed_at is not null, contacts.customer_id,
           array(select person_roles.role from person_roles where person_roles.person_id = people.id order by person_roles.role)
      from sessions
      join people on people.id = sessions.person_id
      join accounts on accounts.person_id = people.id
      left join contacts on contacts.person_id = people.id
     where sessions.token_hash = hash;
end
$$;

revoke all on function session_of(text) from public;

create unique index role_requested_once on role_requests (person_id) where decided_at is null;
create index staff_superior on staff (superior_id);
create index customers_csa on customers (csa_id);
create index security_log_person on security_log (person_id, at desc);
