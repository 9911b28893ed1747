-- Nobody who can write as the service brings a revoked token back, or makes one of somebody else's: of a token only its
-- revocation is ever written, once.
create function token_only_revoked() returns trigger language plpgsql as $$
begin
    if old.revoked_at is not null
        or (new.id, new.person, new.label, new.hash, new.roles, new.created_at, new.expires_at)
            is distinct from (old.id, old.person, old.label, old.hash, old.roles, old.created_at, old.expires_at)
    then
        raise exception 'Of a token only its revocation is written, once' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger token_only_revoked before update on token for each row execute function token_only_revoked();
