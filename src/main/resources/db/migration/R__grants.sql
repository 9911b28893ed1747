-- What the service's login may do: no more than it needs. Run again when that login has another name.
-- Tables that are only appended to cannot be changed by it, whatever happens to it.
grant usage on schema public to ${service};
grant usage on sequence dossier_lineage to ${service};
grant execute on function dossier_stands(varchar[]) to ${service};
grant select, insert, update, delete on dossier to ${service};
grant select, insert on dossier_version, assessment, claim to ${service};
grant select, insert on installation to ${service};
grant select, insert, update on person, token to ${service};
grant select, insert, delete on login_session to ${service};
grant select, insert on ledger to ${service};
grant select, update on ledger_head to ${service};
grant select, insert on ruleset, ruleset_step to ${service};
grant select, insert on grade_override to ${service};
grant select on override_in_force to ${service};
grant usage on sequence assessment_id_seq to ${service};
grant select, insert, update on rescoring to ${service};
grant select, insert on rescoring_chunk, rescoring_failure to ${service};
grant select, insert, delete on picture_file, picture_part, picture_sender, picture_seen to ${service};
grant select, insert, update, delete on saved_view to ${service};
grant select, insert, update, delete on dossier_draft to ${service};
